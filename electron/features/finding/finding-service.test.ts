import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { type MailWords, rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { createReadingsService } from '../readings/index.ts'
import { createFindingService, type FindingService } from './finding-service.ts'

let desk: TestDesk
let finding: FindingService
let caseId: string
beforeEach(async () => {
  desk = await openTestDesk()
  finding = createFindingService(desk)
  caseId = desk.cases.add(caseDraft())
  return () => desk.close()
})

const receive = (...mails: MailWords[]): string[] =>
  receiveMail(desk, caseId, ...mails.map(rawMail)).map((line) => line.messageId ?? '')
const on = (day: number, zone = '+0800') => `Thu, ${day} Jan 2026 09:00:00 ${zone}`

describe('timeline', () => {
  test('messages and statements in one order, by days of Beijing; copies once; the undated counted', () => {
    receive(
      { subject: 'second', messageId: 'b', date: on(8) },
      { subject: 'first', messageId: 'a', date: on(7) },
      { subject: 'first', messageId: 'a', date: on(7), body: 'other copy' },
      { subject: 'late', messageId: 'l', date: 'Thu, 08 Jan 2026 16:00:00 +0000' },
      { subject: 'undated', messageId: 'u' },
    )
    const typed = { caseId, kind: 'debt', channel: 'wechat', speaker: '聂堃', quote: '下周付款' } as const
    desk.confirmations.type({ ...typed, saidOn: '2026-01-08' })
    desk.confirmations.type({ ...typed, saidOn: null })
    const page = finding.timeline({ caseId, offset: 0, limit: 10 })
    expect(page.items.map(({ kind, text, day }) => [kind, text, day])).toEqual([
      ['mail', 'first', '2026-01-07'],
      ['statement', '下周付款', '2026-01-08'],
      ['mail', 'second', '2026-01-08'],
      ['mail', 'late', '2026-01-09'],
    ])
    expect([page.total, page.undated]).toEqual([4, { mail: 1, chat: 0, document: 0, statement: 1 }])
    expect(finding.timeline({ caseId, offset: 2, limit: 1 }).items).toEqual([page.items[2]])
    expect(finding.listDays(caseId)).toEqual([
      { day: '2026-01-07', count: 1 },
      { day: '2026-01-08', count: 2 },
      { day: '2026-01-09', count: 1 },
    ])
  })

  test('100,000 messages are walked in their order and never sorted', () => {
    const plan = desk.store.read.all<{ detail: string }>(sql`explain query plan
      select sent_at as at, row as place from messages
        where case_id = ${caseId} and sent_at is not null and copy_of is null and withdrawn_at is null
      order by at, place limit 10`)
    expect(plan.map(({ detail }) => detail)).toEqual([
      'SEARCH messages USING COVERING INDEX messages_by_facts (case_id=? AND sent_at>?)',
    ])
  })
})

describe('thread', () => {
  const shape = (messageId: string) =>
    finding
      .getThread(messageId)
      .entries.map(({ message, headerMessageId, depth }) => [
        depth,
        message?.subject ?? `gap ${headerMessageId}`,
      ])

  test('replies hang below what they answer, and what is missing stands as a gap', () => {
    const [first = ''] = receive(
      { subject: 'question', messageId: 'q', date: on(1) },
      { subject: 'answer', messageId: 'a', inReplyTo: 'q', date: on(2) },
      { subject: 'after the gap', messageId: 'c', inReplyTo: 'lost', references: ['q', 'lost'], date: on(4) },
      { subject: 'also', messageId: 'd', inReplyTo: 'lost', references: ['q', 'lost'], date: on(5) },
      { subject: 'by references', messageId: 'e', references: ['q', 'a'], date: on(6) },
    )
    expect(shape(first)).toEqual([
      [0, 'question'],
      [1, 'answer'],
      [2, 'by references'],
      [0, 'gap lost'],
      [1, 'after the gap'],
      [1, 'also'],
    ])
  })

  test('a ring of replies ends, and nothing of it is lost', () => {
    const [first = ''] = receive(
      { subject: 'a', messageId: 'a', inReplyTo: 'b', date: on(1) },
      { subject: 'b', messageId: 'b', inReplyTo: 'a', date: on(2) },
      { subject: 'self', messageId: 's', inReplyTo: 's', references: ['a'], date: on(3) },
    )
    expect(
      shape(first)
        .map(([, subject]) => subject)
        .toSorted(),
    ).toEqual(['a', 'b', 'self'])
  })
})

test('gaps of a case: each missing message with its replies, and how many replies there are', async () => {
  receive(
    { subject: 'one', messageId: 'a', inReplyTo: 'lost', date: on(1) },
    { subject: 'two', messageId: 'b', inReplyTo: 'lost', date: on(2) },
    { subject: 'three', messageId: 'c', inReplyTo: 'a', references: ['lost', 'a'], date: on(3) },
    { subject: 'four', messageId: 'd', references: ['gone'], date: on(4) },
  )
  const found = await finding.listGaps(caseId)
  expect([found.gapCount, found.replyCount]).toEqual([2, 3])
  expect(
    found.gaps.map(({ headerMessageId, replies }) => [headerMessageId, replies.map((one) => one.subject)]),
  ).toEqual([
    ['lost', ['one', 'two']],
    ['gone', ['four']],
  ])
})

test('copies of one message: where they came from and in what they differ', () => {
  const [first = '', second = ''] = receive(
    { subject: 'one', messageId: 'same', body: 'as sent', file: { name: 'a.txt', text: 'x' } },
    { subject: 'one', messageId: 'same', body: 'as  sent\nscanned', file: { name: 'a.txt', text: 'x' } },
  )
  const { copies } = finding.listCopies(first)
  expect(copies).toHaveLength(1)
  expect(copies[0]).toMatchObject({ message: { id: second }, sameText: false, sameAttachments: true })
  expect(finding.listCopies(second).copies[0]?.message.id).toBe(first)
})

test('a former reading is no copy, and answers nothing once more', async () => {
  const [first = ''] = receive({ subject: 'one', messageId: 'same', inReplyTo: 'missing' })
  const now = await createReadingsService(desk).choose(first, 'big5')
  expect(finding.listCopies(now).copies).toEqual([])
  expect(await finding.listGaps(caseId)).toMatchObject({ replyCount: 1, gaps: [{ replies: [{ id: now }] }] })
})

test('statements typed in are found by what they say, however it is written', () => {
  desk.confirmations.type({
    caseId,
    kind: 'debt',
    channel: 'wechat',
    speaker: '聂堃',
    quote: '尚欠貨款',
    saidOn: null,
  })
  expect(finding.listStatements(caseId, '货款 聂堃')).toHaveLength(1)
  expect(finding.listStatements(caseId, '货款 -聂堃')).toEqual([])
})
