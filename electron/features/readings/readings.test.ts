import iconv from 'iconv-lite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { createReadingsService, type ReadingsService } from './readings-service.ts'

let desk: TestDesk
let readings: ReadingsService
let caseId: string
beforeEach(async () => {
  desk = await openTestDesk()
  readings = createReadingsService(desk)
  caseId = desk.cases.add(caseDraft())
})
afterEach(() => desk.close())

/** Big5 under a label that says GBK. */
const MISLABELLED = Buffer.concat([
  Buffer.from('From: a@hongda.example\r\nDate: Thu, 6 Mar 2025 09:15:00 +0800\r\nMessage-ID: <1@x>\r\n'),
  Buffer.from('Subject: Balance\r\nContent-Type: text/plain; charset=gbk\r\n\r\n'),
  iconv.encode('貨款餘額已確認，請於五月底前付清。', 'big5'),
])

const take = (mail: Buffer): string => receiveMail(desk, caseId, mail)[0]?.messageId ?? ''
const page = { search: '', order: 'date', filter: {}, offset: 0, limit: 50 } as const
const listed = () => desk.evidence.list({ caseId, ...page }).rows.map(({ id }) => id)

test('a message is read in the chosen charset from then on, and the former reading stays, withdrawn', async () => {
  const first = take(MISLABELLED)
  expect(desk.evidence.get(first).text).not.toContain('貨款')
  expect(await readings.preview(first, 'big5')).toMatchObject({ lostCount: 0 })
  const second = await readings.choose(first, 'big5')
  expect(listed()).toEqual([second])
  const { text, charset, originalSha256, intakes } = desk.evidence.get(second)
  expect({ text, charset }).toEqual({ text: '貨款餘額已確認，請於五月底前付清。', charset: 'big5' })
  expect(desk.evidence.get(first).originalSha256).toBe(originalSha256)
  // Custody speaks of bytes: both readings came in by the same line.
  expect(intakes).toHaveLength(1)
  expect((await desk.evidence.body(second)).text).toContain('貨款')
  expect(desk.evidence.list({ caseId, ...page, search: '貨款' }).total).toBe(1)
})

test('a way back to the guess leads to a reading of its own; the same message offered again is known', async () => {
  const first = take(MISLABELLED)
  const second = await readings.choose(first, 'big5')
  const third = await readings.choose(second, null)
  expect(new Set([first, second, third]).size).toBe(3)
  expect(desk.evidence.get(third)).toMatchObject({ charset: null, text: desk.evidence.get(first).text })
  const fourth = await readings.choose(third, 'big5')
  expect(take(MISLABELLED)).toBe(fourth)
  // In another container, with other bytes, as another export of the same message has.
  const [known] = receiveMail(desk, caseId, Buffer.concat([Buffer.from('X-Other: 1\r\n'), MISLABELLED]))
  expect(known).toMatchObject({ outcome: 'known', messageId: fourth })
  expect(listed()).toEqual([fourth])
})

test('a reading that something rests on is not replaced', async () => {
  const first = take(MISLABELLED)
  const { text } = desk.evidence.get(first)
  const statementId = desk.confirmations.mark({
    messageId: first,
    kind: 'debt',
    quote: text.slice(0, 4),
    quoteStart: 0,
  })
  await expect(readings.choose(first, 'big5')).rejects.toMatchObject({ code: 'MESSAGE_IN_USE' })
  desk.confirmations.remove(statementId)
  await readings.choose(first, 'big5')
  await expect(readings.choose(first, 'gb18030')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(desk.audit.verify(desk.store.read).problems).toEqual([])
})
