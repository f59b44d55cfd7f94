import { caseDraft as boundedDraft, caseRecord } from '@bridge/model/case.ts'
import { beforeEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { NOBODY } from '../../../tests/support/counted-ids.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { auditEntries } from '../../store/schema/index.ts'

let desk: TestDesk
beforeEach(async () => {
  desk = await openTestDesk()
  return () => desk.store.close()
})

const titles = (search: string, archived = false) =>
  desk.cases.list(search, archived).map((each) => each.title)

test('a case comes back as it was typed, lists in their order', () => {
  const draft = caseDraft({
    counterpartyAddresses: ['Zhenhai, Ningbo', '宁波市镇海区'],
    counterpartyMailboxes: ['wang@qq.example', 'hongda.example.cn'],
    contractDate: '2025-04-25',
    claimMinor: 11_616_000,
    claimDueOn: '2025-10-17',
    forums: ['prc-court', 'cietac'],
  })
  const caseId = desk.cases.add(draft)
  expect(desk.cases.get(caseId)).toEqual({
    ...draft,
    id: caseId,
    counterpartyMailboxes: ['hongda.example.cn', 'wang@qq.example'],
    forums: expect.arrayContaining(['prc-court', 'cietac']),
    revision: 1,
    createdAt: desk.clock.at,
    changedAt: desk.clock.at,
    archivedAt: null,
  })
})

test('a case opens, and its form saves, however many mailboxes its identities bring', () => {
  const many = Array.from({ length: 51 }, (_, at) => `p${at}@hongda.example.cn`)
  const caseId = desk.cases.add(caseDraft({ counterpartyMailboxes: many, clientMailboxes: many }))
  const record = desk.cases.get(caseId)
  expect(caseRecord.parse(record).counterpartyMailboxes).toHaveLength(51)
  expect(boundedDraft.safeParse(record).success).toBe(true)
})

test('what the case form takes out stands in the record, one entry for each identity', () => {
  const caseId = desk.cases.add(caseDraft({ counterpartyMailboxes: ['a.example', 'b.example', 'c.example'] }))
  desk.cases.change(caseId, 1, caseDraft({ counterpartyMailboxes: ['b.example'] }))
  expect(desk.store.read.select({ act: auditEntries.act }).from(auditEntries).all().slice(-3)).toEqual([
    { act: 'identity.removed' },
    { act: 'identity.removed' },
    { act: 'case.changed' },
  ])
})

test('the same mailbox or forum typed twice is one', () => {
  const caseId = desk.cases.add(
    caseDraft({ clientMailboxes: ['a.example', 'a.example'], forums: ['cietac', 'cietac'] }),
  )
  expect(desk.cases.get(caseId)).toMatchObject({ clientMailboxes: ['a.example'], forums: ['cietac'] })
})

test('a percent sign and an underscore are searched for as themselves', () => {
  for (const title of ['20% advance', '20 advance', 'lot A_7', 'lot AB7', 'back\\slash'])
    desk.cases.add(caseDraft({ title }))
  expect(titles('20%')).toEqual(['20% advance'])
  expect(titles('A_7')).toEqual(['lot A_7'])
  expect(titles('k\\s')).toEqual(['back\\slash'])
})

test('every word must occur, in whichever field', () => {
  desk.cases.add(caseDraft({ title: 'Pumps', contractNumber: 'PO-7' }))
  desk.cases.add(caseDraft({ title: 'Pumps', contractNumber: 'PO-8' }))
  expect(desk.cases.list('  po-7   PUMPS ', false)).toHaveLength(1)
  expect(desk.cases.list('PO-7 valves', false)).toHaveLength(0)
})

test('two Chinese characters in the middle of a name find the case', () => {
  desk.cases.add(caseDraft({ title: 'one', counterpartyNameZh: '宁波宏达机械有限公司' }))
  desk.cases.add(caseDraft({ title: 'other', counterpartyNameZh: '义乌恒昌贸易有限公司' }))
  expect(titles('宏达')).toEqual(['one'])
  expect(titles('达宏')).toEqual([])
})

test('the newest change stands first', () => {
  const first = desk.cases.add(caseDraft({ title: 'first' }))
  desk.clock.at = '2026-03-02T09:00:00.000Z'
  desk.cases.add(caseDraft({ title: 'second' }))
  desk.clock.at = '2026-03-02T10:00:00.000Z'
  desk.cases.change(first, 1, caseDraft({ title: 'first again' }))
  expect(titles('')).toEqual(['first again', 'second'])
})

test('a change from an old revision is refused and changes nothing, lists included', () => {
  const caseId = desk.cases.add(caseDraft())
  desk.cases.change(caseId, 1, caseDraft({ title: 'theirs', clientMailboxes: ['theirs.example'] }))
  const stale = () =>
    desk.cases.change(caseId, 1, caseDraft({ title: 'mine', clientMailboxes: ['mine.example'] }))
  expect(stale).toThrow('CHANGED_ELSEWHERE')
  expect(desk.cases.get(caseId)).toMatchObject({
    title: 'theirs',
    revision: 2,
    clientMailboxes: ['theirs.example'],
  })
})

test('an archived case leaves the list, keeps its content, and comes back', () => {
  const caseId = desk.cases.add(caseDraft({ title: 'old' }))
  desk.cases.archive(caseId, true)
  expect([titles(''), titles('', true)]).toEqual([[], ['old']])
  expect(desk.cases.get(caseId).archivedAt).toBe(desk.clock.at)
  desk.cases.archive(caseId, false)
  expect([titles(''), titles('', true)]).toEqual([['old'], []])
})

test('a case that is not there is said not to be', () => {
  expect(() => desk.cases.get(NOBODY)).toThrow('NOT_FOUND')
  expect(() => desk.cases.change(NOBODY, 1, caseDraft())).toThrow('NOT_FOUND')
  expect(() => desk.cases.archive(NOBODY, true)).toThrow('NOT_FOUND')
})

test('the list counts messages, statements and what is confirmed and not denied, of this case alone', () => {
  const [caseId, other] = [
    desk.cases.add(caseDraft({ title: 'counted' })),
    desk.cases.add(caseDraft({ title: 'empty' })),
  ]
  const mail = (messageId: string) =>
    rawMail({ from: 'a@hongda.example.cn', subject: messageId, messageId, body: 'Yes.' })
  const [first, second] = receiveMail(desk, caseId, mail('1@x'), mail('2@x')).map(
    (line) => line.messageId ?? '',
  )
  const mark = () =>
    desk.confirmations.mark({ messageId: first ?? '', kind: 'debt', quote: 'Yes.', quoteStart: 0 })
  const [confirmed, denied] = [mark(), mark(), mark()]
  const decide = (statementId: string, messageId = '', verdict: 'confirms' | 'denies') =>
    desk.confirmations.decide({ statementId, messageId, verdict, quote: '' })
  decide(confirmed ?? '', first, 'confirms')
  decide(confirmed ?? '', second, 'confirms')
  decide(denied ?? '', first, 'confirms')
  decide(denied ?? '', second, 'denies')
  const counts = Object.fromEntries(desk.cases.list('', false).map((each) => [each.id, each]))
  expect(counts[caseId]).toMatchObject({
    messageCount: 2,
    statementCount: 3,
    confirmedCount: 1,
    exhibitCount: 0,
  })
  expect(counts[other]).toMatchObject({ messageCount: 0, statementCount: 0, confirmedCount: 0 })
})

test('what is done to a case stands in the audit chain, each act once', () => {
  const caseId = desk.cases.add(caseDraft())
  desk.cases.change(caseId, 1, caseDraft({ title: 'new' }))
  desk.cases.archive(caseId, true)
  const report = desk.audit.verify(desk.store.read)
  expect(report).toMatchObject({ entries: 4, problems: [] })
})
