import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { NOBODY } from '../../../tests/support/counted-ids.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { openExhibitCase } from '../../../tests/support/exhibit-case.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { readDocument } from '../../mail/document/read-document.ts'
import { takeInSheet } from '../evidence/index.ts'
import { addImport } from '../evidence/intakes-store.ts'
import { findMessageByOriginal } from '../evidence/messages-store.ts'
import { takeIn } from '../evidence/take-in.ts'
import { createForumsService } from './forums-service.ts'

let desk: TestDesk
let caseId: string
let said: string
let answer: string
beforeEach(async () => {
  desk = await openTestDesk()
  caseId = desk.cases.add(caseDraft({ forums: ['alibaba-mediation', 'prc-court'] }))
  const talk = {
    kind: 'debt',
    channel: 'wechat',
    quote: '月底付款',
    speaker: '林',
    saidOn: '2026-01-05',
  } as const
  said = desk.confirmations.type({ caseId, ...talk })
  const mail = { from: 'lin@hongda.example.cn', messageId: '1@x', body: 'We confirm.' }
  answer = receiveMail(desk, caseId, rawMail(mail))[0]?.messageId ?? ''
  return () => desk.store.close()
})

const verdicts = (id: string) =>
  desk.forums
    .marks(caseId, [answer], [said])
    .find((each) => each.id === id)
    ?.marks.map(({ forum, verdict }) => [forum, verdict])

test('a note of a chat waits for an e-mail that confirms it; the platform takes neither', () => {
  expect(verdicts(said)).toEqual([
    ['prc-court', 'counts-if-confirmed'],
    ['alibaba-mediation', 'does-not-count'],
  ])
  expect(verdicts(answer)).toEqual([
    ['prc-court', 'counts'],
    ['alibaba-mediation', 'does-not-count'],
  ])
  desk.confirmations.decide({ statementId: said, messageId: answer, verdict: 'confirms', quote: '' })
  expect(verdicts(said)).toEqual([
    ['prc-court', 'counts'],
    ['alibaba-mediation', 'counts-if-confirmed'],
  ])
})

test('an e-mail of our own confirms nothing of theirs, whatever was decided on it', () => {
  const mail = { from: 'k@seller.example', messageId: '2@x', body: 'We confirm.' }
  const messageId = receiveMail(desk, caseId, rawMail(mail))[0]?.messageId ?? ''
  desk.confirmations.decide({ statementId: said, messageId, verdict: 'confirms', quote: '' })
  expect(verdicts(said)).toEqual([
    ['prc-court', 'counts-if-confirmed'],
    ['alibaba-mediation', 'does-not-count'],
  ])
})

test('what is denied is contested before a court', () => {
  desk.confirmations.decide({ statementId: said, messageId: answer, verdict: 'denies', quote: '' })
  expect(verdicts(said)?.[0]).toEqual(['prc-court', 'contested'])
  const marks = desk.forums.marks(caseId, [], [said])[0]?.marks
  expect(marks?.[0]).toMatchObject({ say: { en: expect.stringContaining('denies it') } })
})

/** A picture that came in by itself, with what was read off it. */
function receivePicture(text: string): string {
  const importId = desk.ids.next()
  const bytes = Buffer.from('\x89PNG picture', 'latin1')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return desk.store.write((writer) => {
    addImport(writer, importId, caseId, desk.clock.now())
    const source = { importId, caseId, position: 0, sourceName: 'wechat.png', sourceOffset: null }
    const reading = { ok: true, message: { ...readDocument(bytes, 'wechat.png'), text } } as const
    takeIn(desk, writer, { source, bytes, sha256, form: 'document', reading }, desk.clock.now())
    return findMessageByOriginal(writer, caseId, sha256) ?? ''
  })
}

test('a picture of a screen is worth what it shows, and what is marked in it too', () => {
  const messageId = receivePicture('月底付款')
  const marked = desk.confirmations.mark({ messageId, kind: 'debt', quote: '月底付款', quoteStart: 0 })
  const rulesOf = () =>
    desk.forums.marks(caseId, [messageId], [marked]).map(({ marks }) => marks[0]?.ruleIds[0])
  expect(rulesOf()).toEqual(['EVID-92', 'EVID-92'])
  desk.chat.describeCapture(messageId, {
    ...{ channel: 'wechat', capturedOn: null, capturedTime: null, capturedZone: null },
    ...{ account: '', orderNumber: '', complaintNumber: '', capturedBy: '' },
  })
  expect(rulesOf()).toEqual(['EVID-90', 'EVID-90'])
  expect(desk.forums.table(caseId).rows.find(({ id }) => id === marked)?.channel).toBe('wechat')
})

test('a sheet that the app made is no evidence of what was said: it bears no marks', async () => {
  const sheet = { caseId, name: 'Identity table.pdf', bytes: Buffer.from('%PDF-1.4') }
  const messageId = await takeInSheet(desk, sheet, () => undefined)
  expect(desk.forums.marks(caseId, [messageId, answer], []).map(({ id }) => id)).toEqual([answer])
})

test('what both parties agree on counts before the platform, until that is taken back', () => {
  desk.forums.setAgreed('statement', said, 'Minutes of 3 March')
  desk.forums.setAgreed('message', answer, 'Minutes of 3 March')
  expect(verdicts(said)?.[1]).toEqual(['alibaba-mediation', 'counts'])
  expect(verdicts(answer)?.[1]).toEqual(['alibaba-mediation', 'counts'])
  expect(desk.forums.table(caseId).rows).toMatchObject([{ id: said, agreed: 'Minutes of 3 March' }])
  desk.forums.setAgreed('statement', said, null)
  expect(verdicts(said)?.[1]).toEqual(['alibaba-mediation', 'does-not-count'])
  expect(() => desk.forums.setAgreed('statement', NOBODY, 'x')).toThrow('NOT_FOUND')
})

test('an override holds for its case alone, is written over, and goes', () => {
  const key = { caseId, ruleId: 'CJO-3', forum: 'alibaba-mediation', channel: 'wechat' } as const
  desk.forums.override({ ...key, verdict: 'counts', reason: 'first' })
  desk.forums.override({ ...key, verdict: 'reference-only', reason: 'The mediator looked at it.' })
  expect(desk.forums.listOverrides(caseId)).toMatchObject([{ reason: 'The mediator looked at it.' }])
  expect(desk.forums.marks(caseId, [], [said])[0]?.marks[1]).toMatchObject({
    verdict: 'reference-only',
    overridden: 'The mediator looked at it.',
  })
  const other = desk.cases.add(caseDraft())
  expect(desk.forums.listOverrides(other)).toEqual([])
  desk.forums.restoreRule(key)
  expect(verdicts(said)?.[1]).toEqual(['alibaba-mediation', 'does-not-count'])
  expect(() => desk.forums.restoreRule(key)).toThrow('NOT_FOUND')
  const unknown = { ...key, ruleId: 'CJO-99', verdict: 'counts', reason: 'x' } as const
  expect(() => desk.forums.override(unknown)).toThrow('NOT_FOUND')
})

test('messages and statements of another case are not marked', () => {
  const other = desk.cases.add(caseDraft({ forums: ['prc-court'] }))
  expect(desk.forums.marks(other, [answer], [said])).toEqual([])
})

test('every rule is shown with its source and whether it was held against it', () => {
  const rules = desk.forums.rules()
  expect(rules.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['CJO-3', 'CJO-4', 'CJO-6', 'SVC-4', 'EVID-14']),
  )
  const undated = rules.filter(({ currentOn, verifiedOn }) => currentOn === null && verifiedOn === null)
  expect(undated.map(({ id }) => id)).toEqual(['TRIB-1'])
})

test('the table holds every statement, and each message that stands in an exhibit, with its numbers', async () => {
  const pdf = {
    render: () => Promise.reject(new TypeError('Nothing is printed here')),
    close: async () => undefined,
  }
  const filed = await openExhibitCase(pdf)
  const { rows, forums } = createForumsService(filed.desk).table(filed.caseId)
  await filed.desk.close()
  expect(forums).toEqual(['prc-court'])
  expect(
    rows.map(({ kind, channel, exhibitNumbers, marks }) => [
      kind,
      channel,
      exhibitNumbers.length > 0,
      marks[0]?.verdict,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['statement', 'email', true, 'counts'],
      ['statement', 'telephone', true, 'counts-if-confirmed'],
      ['message', 'email', true, 'counts'],
    ]),
  )
})

test('a perishable has its last day, is captured by something of its case, and stands soonest first', () => {
  const draft = {
    channel: 'complaint-center',
    title: 'Complaint 17',
    endedOn: '2026-01-31',
    keptDays: 30,
  } as const
  const late = desk.forums.addPerishable(caseId, { ...draft, title: 'open still', endedOn: null })
  const soon = desk.forums.addPerishable(caseId, draft)
  const found = () => desk.forums.listPerishables(caseId)
  expect(found()).toMatchObject({
    assumedDays: 30,
    perishables: [
      { id: soon, lastDay: '2026-03-02', captured: null },
      { id: late, lastDay: null },
    ],
  })
  desk.forums.changePerishable(soon, { ...draft, keptDays: 60 })
  expect(found().perishables[0]?.lastDay).toBe('2026-04-01')
  desk.forums.capturePerishable(soon, answer)
  expect(found().perishables.map(({ id, captured }) => [id, captured?.id ?? null])).toEqual([
    [late, null],
    [soon, answer],
  ])
  const other = desk.cases.add(caseDraft())
  const foreign = desk.forums.addPerishable(other, draft)
  expect(() => desk.forums.capturePerishable(foreign, answer)).toThrow('NOT_FOUND')
  desk.forums.removePerishable(soon)
  expect(found().perishables.map(({ id }) => id)).toEqual([late])
})

test('statements noted from a platform are counted until their own words are there', () => {
  const note = { kind: 'term', channel: 'alibaba-chat', quote: 'x', speaker: '', saidOn: null } as const
  desk.confirmations.type({ caseId, ...note })
  expect(desk.forums.listPerishables(caseId).uncapturedStatements).toBe(1)
})
