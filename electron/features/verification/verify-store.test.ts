import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { openTestDesk } from '../../../tests/support/desk.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { forgeStore } from '../../../tests/support/raw-store.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { TEST_PASSPHRASE, testVaultOptions } from '../../../tests/support/test-vault.ts'
import { safekeeping } from '../../store/schema/index.ts'
import { loadVault } from '../../vault/load-vault.ts'
import type { StoreReport } from './verify-store.ts'
import { verifyStore } from './verify-store.ts'

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const small = rawMail({
  from: 'li@hongda.example.cn',
  messageId: '1@hongda.example.cn',
  body: '已收到货物。',
})
const large = rawMail({
  from: 'li@hongda.example.cn',
  messageId: '2@hongda.example.cn',
  body: '欠款。'.repeat(9_000),
})

/** A vault with one original in the database and one in the file store, closed. */
async function closedVault() {
  const desk = await openTestDesk()
  const caseId = desk.cases.add(caseDraft())
  await desk.files.put({ sha256: sha256(large), bytes: large })
  const [first] = receiveMail(desk, caseId, small, large)
  const [name = ''] = readdirSync(desk.paths.files, { recursive: true, encoding: 'utf8' }).filter(
    (each) => each.length > 60,
  )
  await desk.close()
  return { paths: desk.paths, intakeId: first?.id ?? '', file: join(desk.paths.files, name) }
}

type Closed = Awaited<ReturnType<typeof closedVault>>

async function verify({ paths }: Closed): Promise<StoreReport> {
  const vault = await loadVault(testVaultOptions({ paths }))
  await vault.unlock(TEST_PASSPHRASE)
  try {
    return await verifyStore(vault.opened())
  } finally {
    vault.lock()
  }
}

/** What is found wrong after a forger has been at the closed store. */
async function forged(
  forge: (raw: Database.Database, closed: Closed) => void,
): Promise<StoreReport['problems']> {
  const closed = await closedVault()
  await forgeStore(closed.paths, (raw) => {
    raw.pragma('foreign_keys = OFF')
    for (const { name } of raw
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'trigger'")
      .all())
      raw.exec(`drop trigger "${name}"`)
    forge(raw, closed)
  })
  return (await verify(closed)).problems
}

test('a vault nobody has touched is whole, and everything was counted', async () => {
  expect(await verify(await closedVault())).toEqual({
    // Entries: vault made, case added, two intakes, vault unlocked.
    counts: { originals: 2, files: 1, intakes: 2, exports: 0, entries: 5 },
    problems: [],
  })
})

test('one flipped bit in the database is named by its original, and by the file it came in as', async () => {
  const altered = Buffer.from(small)
  altered.writeUInt8(altered.readUInt8(100) ^ 1, 100)
  const problems = await forged((raw) =>
    raw.prepare('update originals set bytes = ? where sha256 = ?').run(altered, sha256(small)),
  )
  expect(problems).toEqual([{ code: 'ORIGINAL_ALTERED', name: sha256(small), knownAs: '0.eml' }])
})

test('an original replaced together with its digest is betrayed by the chain', async () => {
  const other = Buffer.from('From: forger@example.cn\r\n\r\nNothing is owed.\r\n')
  const problems = await forged((raw, { intakeId }) => {
    raw
      .prepare('update originals set bytes = ?, sha256 = ?, size_bytes = ? where sha256 = ?')
      .run(other, sha256(other), other.length, sha256(small))
    raw
      .prepare('update messages set original_sha256 = ? where original_sha256 = ?')
      .run(sha256(other), sha256(small))
    raw.prepare('update intakes set original_sha256 = ? where id = ?').run(sha256(other), intakeId)
  })
  expect(problems).toMatchObject([{ code: 'INTAKE_DIFFERS' }])
})

test.each([
  ['salt', `update originals set salt = '${'0'.repeat(64)}' where sha256 = ?`],
  ['salt that is none', `update originals set salt = 'salt' where sha256 = ?`],
  [
    'commitment',
    `update audit_entries set entry = json_replace(entry, '$.commit', '${'0'.repeat(64)}')
     where object_id = (select id from intakes where original_sha256 = ?)`,
  ],
  [
    'commitment taken away',
    `update audit_entries set entry = json_replace(entry, '$.commit', null)
     where object_id = (select id from intakes where original_sha256 = ?)`,
  ],
])('another %s no longer opens, and the line of custody is named', async (_what, statement) => {
  const closed = await closedVault()
  await forgeStore(closed.paths, (raw) => {
    for (const table of ['originals', 'audit_entries']) raw.exec(`drop trigger "${table}_no_update"`)
    raw.prepare(statement).run(sha256(small))
  })
  expect((await verify(closed)).problems).toContainEqual({ code: 'INTAKE_DIFFERS', name: closed.intakeId })
})

test('no digest of an original stands in the chain', async () => {
  const closed = await closedVault()
  await forgeStore(closed.paths, (raw) => {
    const entries = raw.prepare<[], { entry: string }>('select entry from audit_entries').all()
    expect(entries.length).toBeGreaterThan(3)
    const chain = entries.map(({ entry }) => entry).join()
    for (const bytes of [small, large]) expect(chain).not.toContain(sha256(bytes))
  })
})

test('a wrong size, a removed original and what refers to it are named', async () => {
  expect(
    await forged((raw) =>
      raw.prepare('update originals set size_bytes = 1 where sha256 = ?').run(sha256(small)),
    ),
  ).toMatchObject([{ code: 'ORIGINAL_SIZE_WRONG', name: sha256(small) }])
  const removed = await forged((raw) =>
    raw.prepare('delete from originals where sha256 = ?').run(sha256(large)),
  )
  expect(removed.map((problem) => problem.code).sort()).toEqual([
    'FILE_WITHOUT_ORIGINAL',
    'INTAKE_WITHOUT_ORIGINAL',
    'MESSAGE_WITHOUT_ORIGINAL',
  ])
})

test('a flipped bit in a file, a file gone and a file put there are named', async () => {
  const closed = await closedVault()
  const sealed = readFileSync(closed.file)
  sealed.writeUInt8(sealed.readUInt8(sealed.length - 1) ^ 1, sealed.length - 1)
  writeFileSync(closed.file, sealed)
  writeFileSync(join(closed.file, '..', 'f'.repeat(64)), 'nothing of ours')
  expect((await verify(closed)).problems).toEqual([
    { code: 'ORIGINAL_ALTERED', name: sha256(large), knownAs: '1.eml' },
    { code: 'FILE_UNREADABLE', name: 'f'.repeat(64) },
  ])
  rmSync(closed.file)
  rmSync(join(closed.file, '..', 'f'.repeat(64)))
  expect((await verify(closed)).problems).toMatchObject([{ code: 'ORIGINAL_MISSING', name: sha256(large) }])
})

test('an altered entry of the chain is named by its number', async () => {
  const problems = await forged((raw) =>
    raw.exec(
      `update audit_entries set entry = replace(entry, '"known":false', '"known":true') where seq = 3`,
    ),
  )
  expect(problems).toEqual([{ code: 'CHAIN_ALTERED', name: '3' }])
})

test('a line of custody taken out or slipped in is named', async () => {
  const out = await forged((raw, { intakeId }) =>
    raw.prepare('delete from intakes where id = ?').run(intakeId),
  )
  expect(out).toMatchObject([{ code: 'INTAKE_MISSING' }])
  const slipped = '11111111-1111-4111-8111-111111111111'
  const extra = await forged((raw, { intakeId }) =>
    raw
      .prepare(
        `insert into intakes (id, import_id, position, source_name, outcome, message_id, original_sha256, taken_at)
         select ?, import_id, 99, source_name, outcome, message_id, original_sha256, taken_at from intakes where id = ?`,
      )
      .run(slipped, intakeId),
  )
  expect(extra).toEqual([{ code: 'INTAKE_NOT_RECORDED', name: slipped }])
})

test('a database that contradicts itself is named in words that hold no content', async () => {
  const problems = await forged((raw) => {
    raw.pragma('ignore_check_constraints = ON')
    raw.exec("update intakes set outcome = 'of no kind'")
  })
  expect(problems).toContainEqual({
    code: 'DATABASE_CONTRADICTS',
    name: 'CHECK constraint failed in intakes',
  })
})

test('settings that were set back are told', async () => {
  const closed = await closedVault()
  const vault = await loadVault(testVaultOptions({ paths: closed.paths }))
  await vault.unlock(TEST_PASSPHRASE)
  const { store, audit, storeId } = vault.opened()
  const facts = { idleMinutes: 5, backupEveryHours: 24, backupFolder: false }
  store.write((writer) => {
    writer
      .insert(safekeeping)
      .values({ id: 1, idleMinutes: 5, backupFolder: null, backupEveryHours: 24 })
      .run()
    audit.append(writer, { act: 'safekeeping.changed', objectId: storeId, facts })
  })
  vault.lock()
  expect((await verify(closed)).problems).toEqual([])
  for (const change of ['idle_minutes = 240', "backup_folder = '/elsewhere'", 'backup_every_hours = 0']) {
    const before = readFileSync(closed.paths.store)
    await forgeStore(closed.paths, (raw) => void raw.exec(`update safekeeping set ${change}`))
    expect((await verify(closed)).problems).toEqual([{ code: 'SETTINGS_DIFFER', name: 'safekeeping' }])
    writeFileSync(closed.paths.store, before)
    rmSync(closed.paths.head)
  }
})

test('a message that was taken out is named by the line of custody that brought it in', async () => {
  let taken = ''
  const problems = await forged((raw, { intakeId }) => {
    taken = intakeId
    raw.prepare('delete from messages where original_sha256 = ?').run(sha256(small))
  })
  expect(problems).toEqual([{ code: 'INTAKE_WITHOUT_MESSAGE', name: taken }])
})
