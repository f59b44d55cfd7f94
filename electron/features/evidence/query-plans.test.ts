import type { MessageFilter } from '@bridge/model/finding.ts'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { findMessageByOriginal } from './messages-store.ts'

let desk: TestDesk
let caseId: string
beforeEach(async () => {
  desk = await openTestDesk()
  caseId = desk.cases.add(caseDraft({ counterpartyMailboxes: ['hongda.example.cn'] }))
  const mail = { subject: 'invoice', messageId: '1', body: '尚欠货款', from: 'wei@hongda.example.cn' }
  receiveMail(desk, caseId, rawMail(mail))
  return () => desk.store.close()
})

/** How SQLite goes about each question that `work` puts to it, question by question. */
function plansOf(work: () => unknown): string[][] {
  const prepared = vi.spyOn(Database.prototype, 'prepare')
  work()
  const sources = prepared.mock.calls.map(([source]) => source)
  const [raw] = prepared.mock.contexts
  prepared.mockRestore()
  if (!(raw instanceof Database)) return []
  return sources.map((source) => {
    const unbound = Array.from(source.matchAll(/\?/gu), () => null)
    const plan = raw.prepare<unknown[], { detail: string }>(`explain query plan ${source}`).all(...unbound)
    return plan.map(({ detail }) => detail)
  })
}

const FILTERS: Record<string, MessageFilter> = {
  none: {},
  copies: { copies: true },
  side: { side: 'counterparty' },
  days: { from: '2026-01-08', to: '2026-01-09' },
  facts: { form: 'mail', channel: 'email', unreadable: true, flagged: true },
  marked: { statements: 'unconfirmed', exhibit: 'out', attachments: true },
}

const asked = ['', '货款', 'invoice -pump'].flatMap((search) =>
  Object.entries(FILTERS).map(([name, filter]) => [search, name, filter] as const),
)

test.each([
  ['date', 'messages_by_facts'],
  ['thread', 'messages_by_thread'],
] as const)(
  'a page by %s is walked in its order, and counted, without the texts of messages',
  (order, index) => {
    for (const [search, name, filter] of asked) {
      const plans = plansOf(() => desk.evidence.list({ caseId, search, order, filter, offset: 0, limit: 50 }))
      const pages = plans.filter((plan) =>
        plan.some((step) => step.includes(`messages USING INDEX ${index} (`)),
      )
      expect(pages, `${search} ${name}`).toHaveLength(1)
      expect(pages.flat().filter((step) => step.startsWith('USE TEMP B-TREE'))).toEqual([])
      const others = plans.filter((plan) => !pages.includes(plan)).flat()
      const reading = others.filter((step) => /^(?:SCAN|SEARCH) (?:messages|owner)\b/u.test(step))
      const known =
        /USING COVERING INDEX|USING INDEX messages_id_unique \(id=\?\)|USING INTEGER PRIMARY KEY \(rowid=\?\)/u
      expect(reading.filter((step) => !known.test(step))).toEqual([])
    }
  },
)

test('what a deep page by thread passes over is judged by the index alone', () => {
  const plan = desk.store.read.all<{ detail: string }>(sql`explain query plan
    select 1 from messages where thread_id = ${caseId} and withdrawn_at is null and copy_of is null and form = 'mail'
      and channel = 'email' and unreadable is null and warnings <> '' and id <> '' order by sent_at, row limit 50`)
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SEARCH messages USING COVERING INDEX messages_by_thread (thread_id=?)',
  ])
})

test('an original that comes in again is looked up by its hash', () => {
  const [plan] = plansOf(() => findMessageByOriginal(desk.store.read, caseId, 'none'))
  expect(plan).toEqual(['SEARCH messages USING INDEX messages_by_original (original_sha256=?)'])
})
