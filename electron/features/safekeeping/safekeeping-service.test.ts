import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { createTestVault, openTestProgram, type TestProgram } from '../../../tests/support/program.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { TEST_PASSPHRASE } from '../../../tests/support/test-vault.ts'
import { originals } from '../../store/schema/index.ts'
import { verifyOriginals } from '../verification/verify-originals.ts'

let program: TestProgram
let folder: string
beforeEach(async () => {
  program = await openTestProgram()
  await createTestVault(program)
  folder = temporaryFolder()
})
afterEach(() => program.session.lock())

const service = () => program.session.desk().safekeeping

async function takeIn(...bodies: string[]): Promise<void> {
  const desk = program.session.desk()
  const [caseId, mails] = [desk.cases.add(caseDraft()), temporaryFolder()]
  bodies.forEach((body, at) => {
    const mail = rawMail({ from: 'a@b.example', messageId: `${at}-${body.length}@x`, body })
    writeFileSync(join(mails, `${at}.eml`), mail)
  })
  await desk.jobs.ended(desk.evidence.import(caseId, [mails]).jobId)
}

const large = (): string => randomBytes(80_000).toString('hex')

async function makeOne(): Promise<void> {
  await service().setFolder(folder)
  const job = await program.session.desk().jobs.ended(service().make().jobId)
  expect(job).toMatchObject({ state: 'done', failure: null })
}

test('a backup is made, proven, told in the chain, and a later one copies only what is new', async () => {
  await takeIn('short', large(), large())
  await makeOne()
  await takeIn(large())
  await makeOne()
  const { backups, lastProven, lastProblem, place } = await service().status()
  expect(backups).toMatchObject([
    { state: 'proven', fileCount: 3, copiedCount: 1 },
    { state: 'proven', fileCount: 2, copiedCount: 2 },
  ])
  expect({ lastProblem, place, id: lastProven?.id }).toEqual({
    ...{ lastProblem: null, place: 'there' },
    id: backups[0]?.id,
  })
  expect(readdirSync(join(folder, 'files'))).toHaveLength(3)
  expect(readdirSync(folder).filter((name) => name.startsWith('.tmp-'))).toEqual([])
  expect(readdirSync(program.root).filter((name) => name.startsWith('.tmp-'))).toEqual([])
}, 60_000)

/** The one file of a folder of originals. */
const onlyFile = (root: string): string => join(root, 'files', readdirSync(join(root, 'files'))[0] ?? '')

function flipBit(path: string): void {
  const bytes = readFileSync(path)
  bytes[70_000] = (bytes[70_000] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

test('a spoilt original in the folder is put right, also where the newest manifest cannot be read', async () => {
  await takeIn(large())
  await makeOne()
  const [kept, own] = [onlyFile(folder), onlyFile(program.root)]
  flipBit(kept)
  const stranger = join(folder, '20991231T235959Z-01a1ff5f-7022-7565-a9d7-be4f3bc21922')
  mkdirSync(stranger)
  writeFileSync(join(stranger, 'manifest.json'), 'somebody else')
  await makeOne()
  expect(readFileSync(kept).equals(readFileSync(own))).toBe(true)
  expect((await service().list())[0]).toMatchObject({ state: 'proven' })
}, 60_000)

test('an original that was cut in the vault does not take the place of the whole one in the folder', async () => {
  await takeIn(large())
  await makeOne()
  const before = readFileSync(onlyFile(folder))
  truncateSync(onlyFile(program.root), 10_000)
  await makeOne()
  expect(readFileSync(onlyFile(folder)).equals(before)).toBe(true)
}, 60_000)

test('an original that is damaged in the vault itself is named, and all the rest is backed up and restored', async () => {
  const body = large()
  await takeIn(body, 'short')
  flipBit(onlyFile(program.root))
  await makeOne()
  const { lastProven, lastProblem, backups } = await service().status()
  expect({ lastProven, lastProblem }).toMatchObject({ lastProven: { lackCount: 1 }, lastProblem: null })
  expect(lastProven?.lacks).toEqual([expect.stringMatching(/\/0\.eml$/u)])
  expect(backups).toMatchObject([{ state: 'proven', lackCount: 1 }])
  await program.session.lock()
  program.answers.folder = folder
  const { token } = await program.handlers['restore.inspect']({})
  const secret = { kind: 'passphrase', passphrase: TEST_PASSPHRASE } as const
  await program.handlers['restore.run']({ token: token ?? '', backupId: backups[0]?.id ?? '', secret })
  await program.handlers['vault.unlock']({ passphrase: TEST_PASSPHRASE })
  const { store, files } = program.vault.opened()
  expect((await verifyOriginals(store.read, files)).problems).toMatchObject([{ code: 'ORIGINAL_MISSING' }])
  await takeIn(body)
  expect((await verifyOriginals(store.read, files)).problems).toEqual([])
  await makeOne()
  expect((await service().status()).lastProven).toMatchObject({ lackCount: 0, lacks: [] })
  expect(readFileSync(onlyFile(folder)).equals(readFileSync(onlyFile(program.root)))).toBe(true)
}, 60_000)

test('of backups that do not count only the newest takes room', async () => {
  await takeIn('short')
  program.vault.opened().store.write((writer) => {
    writer.run(sql`drop trigger originals_no_update`)
    writer
      .update(originals)
      .set({ bytes: Buffer.from('forged') })
      .run()
  })
  await service().setFolder(folder)
  for (let tries = 0; tries < 3; tries += 1) {
    const job = await program.session.desk().jobs.ended(service().make().jobId)
    expect(job?.failure?.code).toBe('BACKUP_NOT_PROVEN')
  }
  expect((await service().list()).map(({ state }) => state)).toEqual(['failed', 'removed', 'removed'])
  expect(readdirSync(folder).filter((name) => name !== 'files')).toHaveLength(1)
}, 60_000)

test('what is restored is the vault of the backup; the former vault is kept and named', async () => {
  await takeIn('short', large())
  await makeOne()
  const [made] = await service().list()
  await takeIn('after the backup')
  await program.session.lock()
  program.answers.folder = folder
  const found = await program.handlers['restore.inspect']({})
  expect(found.backups).toMatchObject([{ id: made?.id, needsKeyFile: false }])
  const { keptAs } = await program.handlers['restore.run']({
    token: found.token ?? '',
    backupId: made?.id ?? '',
    secret: { kind: 'passphrase', passphrase: TEST_PASSPHRASE },
  })
  expect(existsSync(join(keptAs ?? '', 'store.db'))).toBe(true)
  await program.handlers['vault.unlock']({ passphrase: TEST_PASSPHRASE })
  const { audit, store, alarm } = program.vault.opened()
  expect(audit.verify(store.read).problems).toEqual([])
  expect(alarm()).toBe(null)
  expect(program.session.desk().cases.list('', false)).toHaveLength(1)
  expect(existsSync(join(program.root, 'restored.json'))).toBe(false)
}, 60_000)

test('a folder inside the vault or not to be written to is refused, and the one before stays', async () => {
  await service().setFolder(folder)
  const inside = join(program.root, 'backups')
  mkdirSync(inside)
  await expect(service().setFolder(inside)).rejects.toMatchObject({ data: { reason: 'INSIDE_VAULT' } })
  await expect(service().setFolder(join(folder, 'gone'))).rejects.toMatchObject({
    data: { reason: 'NOT_WRITABLE' },
  })
  expect(service().settings().backupFolder).toBe(folder)
})

test('a backup that somebody took out of its folder is said to be gone, and counts no more', async () => {
  await makeOne()
  const [name = ''] = readdirSync(folder).filter((each) => /^\d{8}T/u.test(each))
  rmSync(join(folder, name), { recursive: true })
  const { backups, lastProven, dueAt } = await service().status()
  expect(backups).toMatchObject([{ state: 'gone' }])
  expect(lastProven).toBe(null)
  expect(dueAt && dueAt <= new Date().toISOString()).toBe(true)
  // Of a folder that is out of reach nothing is known: what was proven there is still said.
  rmSync(folder, { recursive: true })
  expect(await service().status()).toMatchObject({ backups: [{ state: 'proven' }], place: 'missing' })
})

test('a place that takes no files is refused, whatever its permissions say', async () => {
  await expect(service().setFolder('/proc')).rejects.toMatchObject({ data: { reason: 'NOT_WRITABLE' } })
})

test('a stick that is not plugged in is said, and makes no failed backup', async () => {
  await service().setFolder(folder)
  rmSync(folder, { recursive: true })
  await service().makeIfDue()
  expect(await service().status()).toMatchObject({ place: 'missing', lastProblem: null, backups: [] })
  expect(program.session.desk().jobs.list()).toEqual([])
})

test('what a crash left of a backup of this vault is swept at the next opening, and nothing of anybody else', async () => {
  await service().setFolder(folder)
  const job = await program.session.desk().jobs.ended(service().make().jobId)
  const stranger = '01a1ff5f-7022-7565-a9d7-be4f3bc21922'
  const leave = (...ids: (string | undefined)[]): void => {
    for (const id of ids) {
      mkdirSync(join(folder, `.tmp-20260302T083000Z-${id}`))
      writeFileSync(join(folder, `.tmp-20260302T083000Z-${id}`, 'store.db'), 'half')
      writeFileSync(join(folder, 'files', `.tmp-${id}-${'ab'.repeat(32)}`), 'half')
    }
  }
  const left = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /(?:^|\/)\.tmp-[^/]*$/u.test(path))
      .sort()
  writeFileSync(join(folder, '.tmp-notes'), 'somebody else')
  leave(stranger)
  const others = left()
  leave(job?.subjectId)
  mkdirSync(join(program.root, '.tmp-backup-20260302T083000Z-x'))
  await program.session.lock()
  await program.handlers['vault.unlock']({ passphrase: TEST_PASSPHRASE })
  await service().sweepUnfinished()
  expect(left()).toEqual(others)
  await program.session.lock()
  expect(readdirSync(program.root).filter((name) => name.startsWith('.tmp-'))).toEqual([])
  await program.handlers['vault.unlock']({ passphrase: TEST_PASSPHRASE })
}, 60_000)

test('one that is due is made in quiet, and then none is due', async () => {
  await service().setFolder(folder)
  await service().makeIfDue()
  const { dueAt, lastProven } = await service().status()
  expect(dueAt && lastProven && dueAt > lastProven.at).toBe(true)
  await service().makeIfDue()
  expect(await service().list()).toHaveLength(1)
}, 60_000)
