import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { sqliteCode } from '../sqlite-errors.ts'

/** Every sealed table with a column that a forger would change. */
const SEALED = {
  audit_entries: 'entry',
  intakes: 'source_name',
  originals: 'bytes',
  messages: 'text',
  attachments: 'file_name',
  attachment_texts: 'text',
  message_people: 'address',
  message_links: 'target',
  exports: 'manifest_sha256',
  chat_readings: 'zone',
  dkim_keys: 'record',
}

const SEALED_BY_TRIGGER = 'SQLITE_CONSTRAINT_TRIGGER'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
  const caseId = desk.cases.add(caseDraft())
  const mail = {
    from: 'a@b.example',
    messageId: '2@b',
    inReplyTo: '1@b',
    body: 'x',
    file: { name: 'a.pdf', text: 'x' },
  }
  receiveMail(desk, caseId, rawMail(mail))
  desk.store.write((writer) => {
    writer.run(sql`insert into attachment_texts (message_id, position, piece, state, text, read_at)
      select message_id, position, 0, 'read', 'x', 'now' from attachments`)
    writer.run(sql`insert into exports (id, case_id, made_at, form, location, exhibit_count, page_count, manifest_sha256)
      values ('e', ${caseId}, 'now', 'folder', '/x', 1, 1, 'hash')`)
    writer.run(sql`insert into imports (id, case_id, started_at) values ('i', ${caseId}, 'now')`)
    writer.run(sql`insert into dkim_keys (id, domain, selector, record, looked_up_on, looked_up_by, source, added_at)
      values ('k', 'a.example', 's', 'p=x', '2026-01-01', 'x', 'dig', 'now')`)
    writer.run(sql`insert into chat_readings select 'i', thread_id, original_sha256, 'a.txt', 'f', 'utf8', 0, 'UTC', 'ymd',
      null, 1, 0, 0 from messages`)
  })
  return () => desk.store.close()
})

const rows = (table: string) => desk.store.read.all(sql.raw(`select * from ${table}`))

function refusal(statement: string): unknown {
  try {
    desk.store.write((writer) => void writer.run(sql.raw(statement)))
    return 'nothing was refused'
  } catch (error) {
    return error
  }
}

test.each(Object.entries(SEALED))('%s can be neither altered, nor removed, nor replaced', (table, column) => {
  const before = rows(table)
  expect(before.length).toBeGreaterThan(0)
  for (const attempt of [
    `update ${table} set ${column} = 'forged'`,
    `delete from ${table}`,
    `insert or replace into ${table} select * from ${table}`,
  ])
    expect(sqliteCode(refusal(attempt)), attempt).toBe(SEALED_BY_TRIGGER)
  expect(rows(table)).toEqual(before)
})

test('the audit chain takes no entry out of turn', () => {
  const insert = (seq: number) =>
    refusal(
      `insert into audit_entries (seq, at, act, object_id, entry, hash) values (${seq}, '', '', '', '', '')`,
    )
  const last = rows('audit_entries').length
  for (const seq of [last, last + 2]) expect(sqliteCode(insert(seq))).toBe(SEALED_BY_TRIGGER)
})
