import { beforeEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { type MailWords, rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { openSampleDesk } from '../../../tests/support/sample-desk.ts'

const OURS = 'anna@seller.example'
const THEIRS = 'wang@hongda.example.cn'

let desk: TestDesk
let caseId: string
beforeEach(async () => {
  desk = await openTestDesk()
  caseId = desk.cases.add(caseDraft())
  return () => desk.store.close()
})

const receive = (mail: MailWords) => receiveMail(desk, caseId, rawMail(mail))[0]?.messageId ?? ''
const on = (day: number) => `Thu, ${day} Jan 2026 09:00:00 +0800`
const said = (change: MailWords = {}) => {
  const messageId = receive({
    from: OURS,
    messageId: 'said@x',
    date: on(8),
    body: 'You owe EUR 116,160.00.',
    ...change,
  })
  return desk.confirmations.mark({ messageId, kind: 'debt', quote: 'You owe', quoteStart: 0 })
}
const candidates = (statementId: string) => desk.confirmations.listCandidates(statementId)
const ids = (statementId: string) => candidates(statementId).map((each) => each.message.id)

test('earlier mail, our own mail, strangers and other cases are no candidates', () => {
  receive({ from: THEIRS, messageId: 'early@x', date: on(7), body: 'yes' })
  const statementId = said()
  receive({ from: OURS, messageId: 'ours@x', inReplyTo: 'said@x', date: on(9), body: 'We confirm.' })
  receive({ from: 'bank@elsewhere.example', messageId: 'stranger@x', date: on(9), body: 'We confirm.' })
  receiveMail(desk, desk.cases.add(caseDraft()), rawMail({ from: THEIRS, messageId: 'other@x', date: on(9) }))
  const answer = receive({ from: THEIRS, messageId: 'answer@x', date: on(9), body: 'ok' })
  expect(ids(statementId)).toEqual([answer])
})

test('an answer from an unknown mailbox counts where it answers the very message', () => {
  const statementId = said()
  const answer = receive({
    from: 'nie@private.example',
    messageId: 'a@x',
    inReplyTo: 'said@x',
    date: on(9),
    body: 'ok',
  })
  expect(candidates(statementId)).toMatchObject([
    { message: { id: answer }, reasons: ['REPLIES_TO_STATEMENT', 'SPEAKS_OF_CONFIRMING', 'SOON_AFTER'] },
  ])
})

test('only what answers the message itself replies to it; what comes later in the chain is the same thread', () => {
  const statementId = said()
  receive({ from: THEIRS, messageId: 'a@x', references: ['root@x', 'said@x'], date: on(9), body: 'one' })
  receive({ from: THEIRS, messageId: 'b@x', references: ['said@x', 'a@x'], date: on(9), body: 'two' })
  const reasons = candidates(statementId).map((each) => each.reasons)
  expect(reasons).toEqual([
    ['REPLIES_TO_STATEMENT', 'FROM_COUNTERPARTY_MAILBOX', 'SOON_AFTER'],
    ['FROM_COUNTERPARTY_MAILBOX', 'SAME_THREAD', 'SOON_AFTER'],
  ])
})

test('an undated message of the thread stays a candidate, and is not soon after anything', () => {
  const statementId = said()
  const answer = receive({ from: THEIRS, messageId: 'a@x', inReplyTo: 'said@x', body: 'ok' })
  expect(candidates(statementId)).toMatchObject([
    { message: { id: answer, sentAt: null }, reasons: expect.not.arrayContaining(['SOON_AFTER']) },
  ])
})

test('an answer on the morning of the day, east of Greenwich, is not lost to a statement typed in', () => {
  const answer = receive({
    from: THEIRS,
    messageId: 'a@x',
    date: 'Thu, 12 Jun 2025 00:30:00 +0800',
    body: '好的',
  })
  const typed = { kind: 'term', channel: 'wechat', quote: '好的', speaker: '', saidOn: '2025-06-12' } as const
  expect(ids(desk.confirmations.type({ caseId, ...typed }))).toEqual([answer])
})

test('what the counterparty wrote itself is offered as its own proof', () => {
  const statementId = said({ from: THEIRS })
  expect(candidates(statementId)).toMatchObject([
    { score: 95, reasons: ['COUNTERPARTYS_OWN_WORDS', 'FROM_COUNTERPARTY_MAILBOX'], passage: 'You owe' },
  ])
})

test('a decided message stays on the list with its verdict, whoever sent it and whenever', () => {
  const early = receive({ from: 'bank@elsewhere.example', messageId: 'e@x', date: on(1), body: 'ok' })
  const statementId = said()
  desk.confirmations.decide({ statementId, messageId: early, verdict: 'rejected', quote: '' })
  expect(candidates(statementId)).toMatchObject([{ message: { id: early }, verdict: 'rejected' }])
})

test('the reply stays in sight behind hundreds of other letters', () => {
  const statementId = said()
  const mail = (at: number) =>
    rawMail({ from: THEIRS, messageId: `${at}@x`, date: on(9), body: `letter ${at}` })
  receiveMail(desk, caseId, ...Array.from({ length: 320 }, (_, at) => mail(at)))
  const reply = receive({ from: THEIRS, messageId: 'r@x', inReplyTo: 'said@x', date: on(30), body: '无误' })
  expect(ids(statementId)[0]).toBe(reply)
})

test('the sample case: the true answer stands first or second, with the very passage', async () => {
  const { desk: sampleDesk, sample, caseId: sampleId, idOf } = await openSampleDesk()
  const { confirmations, evidence } = sampleDesk
  for (const {
    id,
    message,
    kind,
    channel,
    quote,
    speaker = '',
    saidOn = null,
    answers,
  } of sample.statements) {
    const messageId = message && idOf(message.messageId)
    const statementId = messageId
      ? confirmations.mark({
          messageId,
          kind,
          quote,
          quoteStart: evidence.get(messageId).text.indexOf(quote),
        })
      : confirmations.type({ caseId: sampleId, kind, channel, quote, speaker, saidOn })
    const offered = confirmations.listCandidates(statementId)
    for (const candidate of offered) expect(candidate.text).toContain(candidate.passage)
    for (const answer of answers) {
      const rank = offered.findIndex((each) => each.message.id === idOf(answer.message.messageId))
      expect([0, 1], id).toContain(rank)
      const wrong = answer.verdict === 'denies' ? 'SPEAKS_OF_CONFIRMING' : 'SPEAKS_OF_REFUSING'
      expect(offered[rank]?.reasons, id).not.toContain(wrong)
      expect(offered[rank]?.passage, id).toContain(answer.quote)
    }
  }
  await sampleDesk.close()
})
