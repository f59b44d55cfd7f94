import { beforeAll, beforeEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { TYPED_LINE } from '../../../tests/support/channel-inputs.ts'
import { takeInPicture } from '../../../tests/support/chat-case.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { type MailWords, rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { findMessage, listCustodyOf, type StoredMessage } from '../evidence/index.ts'
import { createReadingsService, type ReadingsService } from '../readings/index.ts'
import { listCopies, listMailOf, listParents, threadFacts } from './case-store.ts'
import { gatherFacts } from './gather-facts.ts'
import { listProvenancesOf, setProvenance } from './provenances-store.ts'

let desk: TestDesk
let readings: ReadingsService
let caseId: string
beforeAll(async () => {
  desk = await openTestDesk()
  readings = createReadingsService(desk)
  return () => desk.close()
})
beforeEach(() => {
  caseId = desk.cases.add(caseDraft())
})

const WORDS: MailWords = {
  from: 'a@x.example',
  messageId: '1@x',
  date: 'Mon, 2 Mar 2026 10:00:00 +0000',
  body: 'Größe bestätigt. Preis offen.',
}
const MAIL = rawMail(WORDS)
const receive = (mail: Buffer): string => receiveMail(desk, caseId, mail)[0]?.messageId ?? ''
const stored = (id: string): StoredMessage => findMessage(desk.store.read, id) as StoredMessage
const facts = (id: string) => gatherFacts(desk.store.read, stored(id), [])
/** The same message by another way: other bytes, other text, the same Message-ID. */
const copyOf = (words: MailWords): Buffer => rawMail({ ...words, body: `${words.body} [external]` })

test('a message that was read again in another charset is as much there as before', async () => {
  const again = await readings.choose(receive(MAIL), 'windows-1252')
  const answer = receive(
    rawMail({ from: 'b@y.example', messageId: '2@y', inReplyTo: '1@x', references: ['1@x'] }),
  )
  const { read } = desk.store
  expect(new Set(listMailOf(read, caseId).map(({ id }) => id))).toEqual(new Set([again, answer]))
  expect(listParents(read, stored(answer))).toMatchObject([{ known: true, sentAt: '2026-03-02T10:00:00Z' }])
  expect(threadFacts(read, stored(answer))).toMatchObject({
    messages: 2,
    senders: expect.arrayContaining(['a@x.example']),
  })
  const copy = receive(copyOf(WORDS))
  expect(listCopies(read, stored(copy)).map(({ id }) => id)).toEqual([again])
})

test('every reading has the custody of its bytes, with what was known again later, and what is stated of it', async () => {
  const first = receive(MAIL)
  const again = await readings.choose(first, 'windows-1252')
  const [known] = receiveMail(desk, caseId, MAIL)
  expect(known).toMatchObject({ outcome: 'known', messageId: again })
  for (const id of [first, again]) {
    expect(listCustodyOf(desk.store.read, id).map(({ outcome }) => outcome)).toEqual(['stored', 'known'])
    expect(desk.evidence.get(id).intakes).toHaveLength(2)
    expect(facts(id).custodyLines).toBe(2)
  }
  const said = { mailbox: 'Inbox', account: '', exportedBy: '', exportedWith: '', exportedOn: null, note: '' }
  const importId = listCustodyOf(desk.store.read, first)[0]?.importId ?? ''
  desk.store.write((writer) => setProvenance(writer, importId, said, desk.clock.now()))
  expect(listProvenancesOf(desk.store.read, again)).toEqual([said])
})

test('a line that was typed off a picture has the custody of the picture', async () => {
  const { messageId } = await takeInPicture(desk, caseId)
  const lineId = desk.chat.transcribe(messageId, TYPED_LINE, null)
  const custody = listCustodyOf(desk.store.read, messageId)
  expect(custody).toHaveLength(1)
  expect(listCustodyOf(desk.store.read, lineId)).toEqual(custody)
  expect(desk.evidence.get(lineId).intakes).toEqual(custody)
  expect(facts(lineId).custodyLines).toBe(1)
})

test('a statement that was denied is not made good by another that was confirmed', () => {
  const messageId = receive(MAIL)
  const answer = receive(
    rawMail({ from: 'b@y.example', messageId: '2@y', inReplyTo: '1@x', body: 'Ja. Nein.' }),
  )
  for (const [quote, quoteStart, verdict] of [
    ['Größe bestätigt.', 0, 'confirms'],
    ['Preis offen.', 17, 'denies'],
  ] as const) {
    const statementId = desk.confirmations.mark({ messageId, kind: 'term', quote, quoteStart })
    desk.confirmations.decide({ statementId, messageId: answer, verdict, quote: 'Ja.' })
  }
  expect(facts(messageId).confirmation).toBe('denied')
})

test('a file is not found elsewhere in a former reading, or in a copy, of the same message', async () => {
  const words = { ...WORDS, file: { name: 'terms.txt', text: 'Terms' } }
  const again = await readings.choose(receive(rawMail(words)), 'windows-1252')
  receive(copyOf(words))
  expect(facts(again).attachments).toEqual({ count: 1, elsewhere: 0 })
  receive(rawMail({ ...words, messageId: '3@x', date: 'Tue, 3 Mar 2026 10:00:00 +0000' }))
  expect(facts(again).attachments).toEqual({ count: 1, elsewhere: 1 })
})
