import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { messages, searchIndex } from '../../store/schema/index.ts'
import { messageHashOf } from './message-hash.ts'

let desk: TestDesk
let caseId: string
beforeEach(async () => {
  desk = await openTestDesk()
  caseId = desk.cases.add(caseDraft())
  return () => desk.store.close()
})

const found = (search: string) =>
  desk.evidence
    .list({ caseId, search, order: 'date', filter: {}, offset: 0, limit: 9 })
    .rows.map((row) => row.subject)
/** As an app of the former version left it: nothing indexed in the new way. */
const makeOld = () =>
  desk.store.write((writer) => {
    writer.run(sql`delete from message_search`)
    writer.update(searchIndex).set({ version: 1, messageEnd: 0, messageRow: 0 }).run()
  })

test('an index made in another way is made anew, and found by it', async () => {
  for (let at = 0; at < 30; at += 1) {
    const body = at === 29 ? '貨款'.repeat(60_000) : '尚欠貨款'
    receiveMail(desk, caseId, rawMail({ subject: `第${at}封`, messageId: `${at}@x`, body }))
  }
  makeOld()
  expect(found('货款')).toEqual([])
  const jobId = desk.evidence.renewIndex() ?? ''
  expect(await desk.jobs.ended(jobId)).toMatchObject({
    state: 'done',
    phase: 'indexing',
    done: 30,
    total: 30,
  })
  expect(found('货款 第29封')).toEqual(['第29封'])
  expect(found('尚欠')).toHaveLength(9)
  expect(desk.evidence.renewIndex()).toBeNull()
})

test('what a lock put off goes on where it stopped', async () => {
  for (let at = 0; at < 30; at += 1)
    receiveMail(desk, caseId, rawMail({ subject: `第${at}封`, messageId: `${at}@x`, body: '貨款' }))
  makeOld()
  const jobId = desk.evidence.renewIndex() ?? ''
  await desk.jobs.stopAll()
  expect(await desk.jobs.ended(jobId)).toMatchObject({ state: 'cancelled' })
  const [state] = desk.store.read.select().from(searchIndex).all()
  expect(state?.messageRow).toBe(12)
  await desk.jobs.ended(desk.evidence.renewIndex() ?? '')
  expect(found('货款 第0封')).toEqual(['第0封'])
})

test('the hash of a message is written once', () => {
  receiveMail(desk, caseId, rawMail({ messageId: 'a@x' }), rawMail({ subject: 'none' }))
  const rows = desk.store.read
    .select({ mih: messages.mih, row: messages.row })
    .from(messages)
    .orderBy(messages.row)
    .all()
  expect(rows.map(({ mih }) => mih)).toEqual([messageHashOf('a@x'), null])
  for (const { row } of rows)
    expect(() =>
      desk.store.write((writer) => writer.run(sql`update messages set mih = 'x' where row = ${row}`)),
    ).toThrow()
})
