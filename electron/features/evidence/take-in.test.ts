import { beforeEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { type MailWords, rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'

let desk: TestDesk
let caseId: string
beforeEach(async () => {
  desk = await openTestDesk()
  caseId = desk.cases.add(caseDraft())
  return () => desk.store.close()
})

const words = (change: MailWords = {}): MailWords => ({
  from: 'Wang Wei <wang@hongda.example.cn>',
  subject: '货款',
  date: 'Mon, 12 Jan 2026 09:00:00 +0800',
  messageId: '1@hongda.example.cn',
  body: 'We owe EUR 100.',
  ...change,
})
const receive = (...mails: Buffer[]) => receiveMail(desk, caseId, ...mails)
const threadOf = (messageId: string | null | undefined) => desk.evidence.get(messageId ?? '').threadId
const listed = () =>
  desk.evidence.list({ caseId, search: '', order: 'date', filter: {}, offset: 0, limit: 50 })

test('a message is stored with the date, the zone and the words it was written in', () => {
  const [line] = receive(rawMail(words()))
  expect(line).toMatchObject({ outcome: 'stored', reason: null })
  expect(desk.evidence.get(line?.messageId ?? '')).toMatchObject({
    subject: '货款',
    headerMessageId: '1@hongda.example.cn',
    from: [{ name: 'Wang Wei', address: 'wang@hongda.example.cn' }],
    fromCounterparty: true,
    date: { at: '2026-01-12T01:00:00Z', zoneMinutes: 480, raw: 'Mon, 12 Jan 2026 09:00:00 +0800' },
    text: 'We owe EUR 100.',
    originalSha256: line?.originalSha256,
    originalSizeBytes: rawMail(words()).length,
  })
})

test('the same bytes twice are one message with two lines of custody, in their order', () => {
  const mail = rawMail(words())
  const [first, second] = receive(mail, mail)
  expect(second).toMatchObject({ outcome: 'known', messageId: first?.messageId })
  expect(desk.evidence.get(first?.messageId ?? '').intakes.map((each) => each.id)).toEqual([
    first?.id,
    second?.id,
  ])
  expect(listed().total).toBe(1)
})

test('the same message in another container is known, and its own bytes are kept too', async () => {
  const mail = rawMail(words({ file: { name: 'a.pdf', text: 'figures' } }))
  const fromMailbox = Buffer.from(mail.toString().replaceAll('\r\n', '\n'))
  const [first, second] = receive(mail, fromMailbox)
  expect(second).toMatchObject({ outcome: 'known', messageId: first?.messageId })
  expect(second?.originalSha256).not.toBe(first?.originalSha256)
  expect(listed().total).toBe(1)
  expect(await desk.evidence.original(first?.messageId ?? '')).toEqual(mail)
})

test('what was taken into one case is new to another, over the same original', () => {
  const mail = rawMail(words())
  receive(mail)
  const [line] = receiveMail(desk, desk.cases.add(caseDraft()), mail)
  expect(line?.outcome).toBe('stored')
})

test('what cannot be read is kept, named with its reason, and known when it comes again', async () => {
  const [line, again] = receive(Buffer.alloc(0), Buffer.alloc(0))
  expect(line).toMatchObject({ outcome: 'unreadable', reason: 'EMPTY' })
  expect(again).toMatchObject({ outcome: 'known', messageId: line?.messageId })
  expect(desk.evidence.get(line?.messageId ?? '')).toMatchObject({ unreadable: 'EMPTY', text: '' })
  expect(await desk.evidence.original(line?.messageId ?? '')).toEqual(Buffer.alloc(0))
})

test('two threads become one when the message that joins them arrives last', () => {
  const [first, third, stranger] = receive(
    rawMail(words({ messageId: 'a@x' })),
    rawMail(words({ messageId: 'c@x', inReplyTo: 'b@x', date: 'Wed, 14 Jan 2026 09:00:00 +0800' })),
    rawMail(words({ messageId: 'z@x' })),
  )
  expect(threadOf(first?.messageId)).not.toBe(threadOf(third?.messageId))
  const [middle] = receive(rawMail(words({ messageId: 'b@x', inReplyTo: 'a@x' })))
  const threads = [first, middle, third].map((each) => threadOf(each?.messageId))
  expect(new Set(threads).size).toBe(1)
  expect(threadOf(stranger?.messageId)).not.toBe(threads[0])
})

test('two answers to a message that never arrives are one thread', () => {
  const [one, two] = receive(
    rawMail(words({ messageId: 'b@x', references: ['root@x', 'lost@x'] })),
    rawMail(words({ messageId: 'c@x', references: ['root@x'] })),
  )
  expect(threadOf(one?.messageId)).toBe(threadOf(two?.messageId))
})

test('threads of two cases never join', () => {
  const other = desk.cases.add(caseDraft())
  const [mine] = receive(rawMail(words({ messageId: 'a@x' })))
  const [theirs] = receiveMail(desk, other, rawMail(words({ messageId: 'b@x', inReplyTo: 'a@x' })))
  expect(threadOf(mine?.messageId)).not.toBe(threadOf(theirs?.messageId))
})

test('thousands of references and recipients of a hostile header are taken in', () => {
  const many = Array.from({ length: 3_000 }, (_, at) => `r${at}@x`)
  const to = many.map((each) => `<${each}>`).join(', ')
  const [line] = receive(rawMail(words({ references: many, to })))
  expect(line?.outcome).toBe('stored')
  expect(desk.evidence.get(line?.messageId ?? '').to.length).toBeGreaterThan(500)
})

test('each intake and its facts stand in the audit chain', () => {
  receive(rawMail(words()), Buffer.alloc(0))
  expect(desk.audit.verify(desk.store.read)).toMatchObject({ entries: 4, problems: [] })
})

test('a receipt says of what was known as what it came in first', () => {
  const mail = rawMail({ messageId: 'a@x' })
  const [first] = receiveMail(desk, caseId, mail)
  const [again] = receiveMail(desk, caseId, mail)
  const linesOf = (importId = '') =>
    desk.evidence
      .getReceipt({ importId, outcome: null, offset: 0, limit: 9 })
      .lines.map((line) => line.firstSource)
  expect(linesOf(first?.importId)).toEqual([null])
  expect(linesOf(again?.importId)).toEqual([first?.sourceName])
})
