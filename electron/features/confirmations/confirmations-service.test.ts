import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { NOBODY } from '../../../tests/support/counted-ids.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'

const BODY = '我司确认𠮷尚欠EUR 100。\n\nSecond line: 100.'

let desk: TestDesk
let caseId: string
let messageId: string
beforeEach(async () => {
  desk = await openTestDesk()
  caseId = desk.cases.add(caseDraft())
  messageId = receive('1@x', BODY)
  return () => desk.store.close()
})

function receive(header: string, body: string): string {
  const mail = rawMail({
    from: '王伟 <wang@hongda.example.cn>',
    date: 'Mon, 12 Jan 2026 23:30:00 +0800',
    messageId: header,
    body,
  })
  return receiveMail(desk, caseId, mail)[0]?.messageId ?? ''
}

const mark = (quote: string, quoteStart = BODY.indexOf(quote)) =>
  desk.confirmations.mark({ messageId, kind: 'debt', quote, quoteStart })
const typed = (saidOn: string | null = '2025-06-12') =>
  desk.confirmations.type({ caseId, kind: 'term', channel: 'wechat', quote: '好的', speaker: '聂堃', saidOn })
const decide = (
  statementId: string,
  verdict: 'confirms' | 'denies' | 'rejected',
  answer = messageId,
  quote = '',
) => desk.confirmations.decide({ statementId, messageId: answer, verdict, quote })
const find = (statementId: string) => desk.confirmations.list(caseId).find((each) => each.id === statementId)

test('a marked passage knows its words, its place, who said it, and the day on the sender’s calendar', () => {
  const statementId = mark('𠮷尚欠')
  expect(find(statementId)).toMatchObject({
    channel: 'email',
    quote: '𠮷尚欠',
    quoteStart: 4,
    speaker: '王伟',
    saidOn: '2026-01-12',
    state: 'unconfirmed',
    message: { id: messageId, fromAddress: 'wang@hongda.example.cn' },
  })
})

test('a passage may end in the line break it was marked with', () => {
  expect(find(mark('EUR 100。\n\nSecond'))?.quote).toBe('EUR 100。\n\nSecond')
})

test.each([
  ['one character further', '尚欠', BODY.indexOf('尚欠') + 1],
  ['behind the end', '尚欠', 10_000],
  ['in other words', '尚欠EUR 101', BODY.indexOf('尚欠')],
  ['with the lines joined', 'EUR 100。Second', BODY.indexOf('EUR')],
  ['from half a character on', '𠮷尚欠'.slice(1), BODY.indexOf('𠮷') + 1],
  ['up to half a character', '确认𠮷'.slice(0, -1), BODY.indexOf('确认')],
])('a passage %s is not marked', (_, quote, start) => {
  expect(() => mark(quote, start)).toThrow('PASSAGE_NOT_FOUND')
  expect(desk.confirmations.list(caseId)).toEqual([])
})

test('a message with the line ends of Windows is marked where the reader shows it', () => {
  messageId = receive('2@x', 'first\r\nsecond\r\nthird')
  const { text } = desk.evidence.get(messageId)
  expect(find(mark('second', text.indexOf('second')))?.quote).toBe('second')
})

test('statements come in the order they were said, undated ones last, ties as they were made', () => {
  const [undated, first, second] = [typed(null), mark('尚欠'), mark('确认')]
  const chat = typed('2025-06-12')
  expect(desk.confirmations.list(caseId).map((each) => each.id)).toEqual([chat, first, second, undated])
})

test.each([
  [[], false, 'unconfirmed'],
  [[], true, 'asked'],
  [['rejected'], false, 'unconfirmed'],
  [['rejected'], true, 'asked'],
  [['confirms'], false, 'confirmed'],
  [['confirms', 'rejected'], true, 'confirmed'],
  [['confirms', 'denies'], true, 'denied'],
  [['denies'], false, 'denied'],
] as const)('%j, asked %j: %s', (verdicts, asked, state) => {
  const statementId = typed()
  if (asked) desk.confirmations.setAsked(statementId, '2026-01-13')
  for (const [at, verdict] of verdicts.entries())
    decide(statementId, verdict, receive(`${at}@y`, `answer ${at}`))
  expect(find(statementId)?.state).toBe(state)
})

test('a second word on the same message takes the place of the first; taken back, it is open again', () => {
  const statementId = mark('尚欠')
  decide(statementId, 'confirms', messageId, 'EUR 100')
  decide(statementId, 'denies')
  expect(find(statementId)).toMatchObject({ state: 'denied', answers: [{ verdict: 'denies', quote: '' }] })
  desk.confirmations.undecide(statementId, messageId)
  expect(find(statementId)).toMatchObject({ state: 'unconfirmed', answers: [] })
  expect(() => desk.confirmations.undecide(statementId, messageId)).toThrow('NOT_FOUND')
})

test('an answer must say what is quoted from it', () => {
  const statementId = typed()
  expect(() => decide(statementId, 'confirms', messageId, 'EUR 101')).toThrow('PASSAGE_NOT_FOUND')
  expect(find(statementId)?.answers).toEqual([])
})

test('a message of another case is no answer', () => {
  const other = desk.cases.add(caseDraft())
  const [line] = receiveMail(desk, other, rawMail({ from: 'a@b.example', messageId: 'o@x', body: 'yes' }))
  expect(() => decide(typed(), 'confirms', line?.messageId ?? '')).toThrow('NOT_FOUND')
})

test('a statement is taken out with its answers, but not while an exhibit shows it', () => {
  const statementId = typed()
  decide(statementId, 'confirms')
  desk.store.write((writer) => {
    writer.run(
      sql`insert into exhibit_sets values ('s', ${caseId}, 'zh', 'chinese', 'continuous', '', '', '', 'plaintiff', null, 1, 0)`,
    )
    writer.run(sql`insert into exhibit_groups values ('g', 's', 0, '', '', '', '')`)
    writer.run(
      sql`insert into exhibits values ('e', 'g', 0, 'electronic-data', 'original', 1, '', '', '', '', '', '', '', '', '', '')`,
    )
    writer.run(
      sql`insert into exhibit_items (exhibit_id, position, statement_id) values ('e', 0, ${statementId})`,
    )
  })
  expect(() => desk.confirmations.remove(statementId)).toThrow('STATEMENT_IN_USE')
  desk.store.write((writer) => void writer.run(sql`delete from exhibit_items`))
  desk.confirmations.remove(statementId)
  expect(find(statementId)).toBeUndefined()
  expect(desk.store.read.all(sql`select * from answers`)).toEqual([])
})

test('kind and day of asking can be changed, and the asking taken back', () => {
  const statementId = typed()
  desk.confirmations.changeKind(statementId, 'defect')
  desk.confirmations.setAsked(statementId, '2026-01-13')
  expect(find(statementId)).toMatchObject({ kind: 'defect', askedOn: '2026-01-13', state: 'asked' })
  desk.confirmations.setAsked(statementId, null)
  expect(find(statementId)).toMatchObject({ askedOn: null, state: 'unconfirmed' })
})

test('what is not there is said not to be, and leaves no trace in the chain', () => {
  const before = desk.audit.verify(desk.store.read).entries
  const { confirmations } = desk
  const calls = [
    () => confirmations.mark({ messageId: NOBODY, kind: 'debt', quote: 'x', quoteStart: 0 }),
    () =>
      confirmations.type({
        caseId: NOBODY,
        kind: 'debt',
        channel: 'other',
        quote: 'x',
        speaker: '',
        saidOn: null,
      }),
    () => confirmations.changeKind(NOBODY, 'debt'),
    () => confirmations.remove(NOBODY),
    () => confirmations.listCandidates(NOBODY),
    () => decide(NOBODY, 'confirms'),
    () => confirmations.undecide(NOBODY, messageId),
    () => confirmations.draftRequest([NOBODY]),
    () => confirmations.setAsked(NOBODY, null),
  ]
  for (const call of calls) expect(call).toThrow('NOT_FOUND')
  expect(desk.audit.verify(desk.store.read)).toMatchObject({ entries: before, problems: [] })
})
