import { readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { caseDraft } from '../../tests/support/case-draft.ts'
import { createTestVault, OWN_PAGE, openTestProgram, type TestProgram } from '../../tests/support/program.ts'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { TEST_PASSPHRASE } from '../../tests/support/test-vault.ts'
import { randomIds } from '../platform/ids.ts'
import { unfinishedExports } from '../store/schema/index.ts'

const SAMPLE = resolve(import.meta.dirname, '../../resources/sample-case/mail')

let program: TestProgram
beforeEach(async () => {
  program = await openTestProgram()
  await createTestVault(program)
})
afterEach(() => program.session.lock())

const unlock = (passphrase: string) => program.call('vault.unlock', { passphrase })

test('locked, nothing of the desk is left, and the right passphrase opens it again', async () => {
  const caseId = program.session.desk().cases.add(caseDraft({ title: 'kept' }))
  await program.call('vault.lock', {})
  expect(() => program.session.desk()).toThrow('VAULT_LOCKED')
  expect(await program.call('vault.status', {})).toMatchObject({ state: 'locked', keyFile: 'none' })
  expect(await unlock('wrong')).toBe('WRONG_PASSPHRASE')
  expect(await program.call('cases.get', { caseId })).toBe('VAULT_LOCKED')
  expect(await unlock(TEST_PASSPHRASE)).toEqual({})
  expect(await program.call('cases.get', { caseId })).toMatchObject({ title: 'kept' })
})

test('while a lock waits for long work, a wrong passphrase opens nothing and a right one opens it whole', async () => {
  const { cases, evidence } = program.session.desk()
  evidence.import(cases.add(caseDraft()), [SAMPLE])
  const [locked, wrong] = [program.session.lock(), unlock('wrong')]
  expect(program.session.isLocked()).toBe(true)
  expect(await wrong).toBe('WRONG_PASSPHRASE')
  expect(program.session.isLocked()).toBe(true)
  await locked
  expect(await unlock(TEST_PASSPHRASE)).toEqual({})
  expect(await program.call('cases.list', { search: '', archived: false })).toMatchObject({ cases: [{}] })
})

test('what a crash left in a place chosen for an export is gone once the vault is open again', async () => {
  const folder = temporaryFolder()
  const [location, draft] = [join(folder, '证据.zip'), join(folder, '.tmp-0123456789abcdef')]
  await Promise.all([writeFile(location, ''), writeFile(draft, '尚欠货款')])
  const row = { id: randomIds.next(), location, draft }
  program.vault.opened().store.write((writer) => writer.insert(unfinishedExports).values(row).run())
  await program.session.lock()
  await unlock(TEST_PASSPHRASE)
  await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]))
})

test('locking twice at once is locking', async () => {
  await Promise.all([program.session.lock(), program.session.lock()])
  expect(program.vault.state()).toBe('locked')
  expect(await unlock(TEST_PASSPHRASE)).toEqual({})
})

test('a lock stops long work; what it took in is whole, and the job does not come back', async () => {
  const { cases, evidence } = program.session.desk()
  const caseId = cases.add(caseDraft())
  evidence.import(caseId, [SAMPLE])
  await program.session.lock()
  await unlock(TEST_PASSPHRASE)
  expect(await program.call('jobs.list', {})).toEqual({ jobs: [] })
  expect(await program.call('evidence.listImports', { caseId })).toMatchObject({
    imports: [{ cancelled: true }],
  })
})

test('a lock forgets what was chosen', async () => {
  program.answers.files = [SAMPLE]
  const caseId = program.session.desk().cases.add(caseDraft())
  const chosen = await program.call('evidence.choose', { what: 'files' })
  await program.session.lock()
  await unlock(TEST_PASSPHRASE)
  expect(await program.call('evidence.import', { caseId, ...(chosen as object) })).toBe('CHOICE_EXPIRED')
})

test('a vault whose recovery code was never typed back is not open', async () => {
  const fresh = await openTestProgram()
  await fresh.vault.create(TEST_PASSPHRASE)
  expect(await fresh.call('cases.list', { search: '', archived: false })).toBe('VAULT_LOCKED')
  expect(await fresh.call('vault.proveRecovery', { recoveryCode: 'AAAA' })).toBe('WRONG_RECOVERY_CODE')
  expect(fresh.session.isLocked()).toBe(true)
})

test('every change of the vault is told to the page', async () => {
  program.sent.length = 0
  await program.session.lock()
  await unlock(TEST_PASSPHRASE)
  const states = program.sent.filter((each) => each.name === 'vault').map((each) => each.payload)
  expect(states).toEqual([{ state: 'locked' }, { state: 'unlocked' }])
})

test('dropped files become a token only for our own page, while unlocked, and only as paths', async () => {
  const path = join(temporaryFolder(), 'a.eml')
  await writeFile(path, 'x')
  const keep = (dropped: unknown, sender = OWN_PAGE) => program.choices.keepDropped(sender, dropped).token
  expect(keep([path])).toEqual(expect.any(String))
  for (const wrong of [[], [''], [7], path, null, { 0: path }]) expect(keep(wrong)).toBeNull()
  expect(keep([path], { ...OWN_PAGE, isTopFrame: false })).toBeNull()
  await program.session.lock()
  expect(keep([path])).toBeNull()
})

test('a lock is done within 2 s while an import runs and a dialog waits for an answer, and shuts at once', async () => {
  const { cases, evidence } = program.session.desk()
  evidence.import(cases.add(caseDraft()), [SAMPLE])
  const choosing = program.call('evidence.choose', { what: 'files' })
  const began = performance.now()
  const locked = program.session.lock()
  expect(program.session.isLocked()).toBe(true)
  expect(await program.call('vault.status', {})).toMatchObject({ state: 'locked' })
  await locked
  expect(performance.now() - began).toBeLessThan(2_000)
  expect(program.vault.state()).toBe('locked')
  await choosing
})

test('a lock is told before the long work under it has ended', async () => {
  const { cases, evidence } = program.session.desk()
  evidence.import(cases.add(caseDraft()), [SAMPLE])
  program.sent.length = 0
  const locked = program.session.lock()
  expect(program.sent).toContainEqual({ name: 'vault', payload: { state: 'locked' } })
  expect(program.vault.state()).toBe('unlocked')
  await locked
})

test('the key file is asked for, found again after a lock, and no path of it crosses', async () => {
  const place = join(temporaryFolder(), 'key.txt')
  expect(await program.call('vault.addKeyFile', { passphrase: TEST_PASSPHRASE })).toEqual({ done: false })
  program.answers.savePath = place
  expect(await program.call('vault.addKeyFile', { passphrase: TEST_PASSPHRASE })).toEqual({ done: true })
  await program.session.lock()
  expect(await program.call('vault.status', {})).toMatchObject({ state: 'locked', keyFile: 'chosen' })
  expect(await unlock(TEST_PASSPHRASE)).toEqual({})
  await program.session.lock()
  const restarted = await openTestProgram(program.root)
  expect(await restarted.call('vault.status', {})).toMatchObject({ state: 'locked', keyFile: 'needed' })
  expect(await restarted.call('vault.unlock', { passphrase: TEST_PASSPHRASE })).toBe('KEY_FILE_NEEDED')
  restarted.answers.files = [place]
  await restarted.call('vault.chooseKeyFile', {})
  expect(await restarted.call('vault.unlock', { passphrase: TEST_PASSPHRASE })).toEqual({})
  await restarted.session.lock()
})
