import { beforeAll, beforeEach, expect, test } from 'vitest'
import { verifyCustody } from '../../electron/features/verification/verify-custody.ts'
import { caseDraft } from '../support/case-draft.ts'
import { CAPTURE, TYPED_LINE } from '../support/channel-inputs.ts'
import { addExport, newChat, takeInPicture, writeExport } from '../support/chat-case.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { compose, inCharset, makeTalk, WRITTEN } from './support/compose-chat.ts'

let desk: TestDesk
let caseId: string
beforeAll(async () => {
  desk = await openTestDesk()
  return () => desk.close()
})
beforeEach(() => {
  caseId = desk.cases.add(caseDraft())
})

const everything = { search: '', order: 'thread', filter: {}, offset: 0, limit: 500 } as const
const listed = () => desk.evidence.list({ caseId, ...everything })
const linesOf = (threadId: string) => desk.chat.listLines({ threadId, offset: 0, limit: 500 })

test('a chat is kept line by line over one original, each line with its place in the file and in the chain', async () => {
  const talk = makeTalk(120)
  const bytes = inCharset(`WeChat export\n${compose(talk, WRITTEN.wechatCopy)}`, 'gb18030')
  const { job, receipt, lines } = await addExport(desk, caseId, bytes)
  expect(job?.state).toBe('done')
  expect(receipt.counts).toEqual({ stored: 120, known: 0, unreadable: 0, skipped: 1 })
  expect(lines[0]).toMatchObject({
    outcome: 'skipped',
    reason: 'NOT_A_LINE',
    sourceOffset: 0,
    sourceName: 'chat.txt',
  })
  expect(new Set(lines.slice(1).map((line) => line.originalSha256)).size).toBe(1)

  const { rows, total } = listed()
  expect(total).toBe(120)
  expect(rows[0]).toMatchObject({
    form: 'chat',
    channel: 'whatsapp',
    fromName: '王丽华',
    subject: '王丽华 – Martin Keller',
  })
  const id = rows[0]?.id ?? ''
  expect(desk.evidence.get(id)).toMatchObject({
    form: 'chat',
    from: [{ name: '王丽华', address: 'hongda_wang' }],
    to: [{ name: 'Martin Keller', address: '+49 170 5550142' }],
    date: { at: '2024-02-20T00:05:12Z', zoneMinutes: 480, raw: '2024-02-20 08:05:12' },
  })
  expect(await desk.evidence.original(id)).toEqual(bytes)
  expect(await desk.evidence.body(id)).toMatchObject({ text: talk[0]?.text, html: null })

  const { conversation, place, readings } = desk.chat.getConversation(rows[7]?.id ?? '')
  expect(conversation).toMatchObject({ title: '王丽华 – Martin Keller', lineCount: 120 })
  expect(place).toBe(7)
  expect(readings).toMatchObject([
    {
      format: 'wechat-copy',
      charset: 'gb18030',
      charsetGuessed: true,
      zone: 'Asia/Shanghai',
      dateOrder: 'ymd',
      lineCount: 120,
      unreadCount: 1,
    },
  ])
  expect(linesOf(conversation.threadId).rows.map(({ speaker, text }) => ({ who: speaker, text }))).toEqual(
    talk.map(({ who, text }) => ({ who, text })),
  )
  expect(verifyCustody(desk.store.read).problems).toEqual([])
})

test('a later, longer export of the same chat adds only what is new, in another locale too', async () => {
  const talk = makeTalk(40).map((said) => ({ ...said, local: `${said.local.slice(0, 16)}:00` }))
  const repeated = talk.flatMap((said, at) => (at % 10 === 0 ? [said, said] : [said]))
  await addExport(desk, caseId, compose(repeated.slice(0, 22), WRITTEN.androidGb))
  const longer = await addExport(desk, caseId, compose(repeated, WRITTEN.iosZh))
  expect(longer.receipt.counts).toEqual({ stored: 22, known: 22, unreadable: 0, skipped: 0 })
  const again = await addExport(desk, caseId, compose(repeated, WRITTEN.iosGb), {
    options: { zone: 'Europe/Berlin' },
  })
  expect(again.receipt.counts).toMatchObject({ stored: 0, known: 44 })
  const [conversation] = desk.chat.listConversations(caseId)
  expect(desk.chat.listConversations(caseId)).toHaveLength(1)
  expect(linesOf(conversation?.threadId ?? '').rows.map(({ text }) => text)).toEqual(
    repeated.map(({ text }) => text),
  )
  expect(desk.chat.getConversation(listed().rows[0]?.id ?? '').readings).toHaveLength(3)
})

test('the same words said again out of order, or without a time, are another line', async () => {
  const at = (time: string) => `2024-03-01 ${time}:00,王丽华,好的\n`
  const bytes = `Time,Sender,Message\n${at('10:00')}${at('10:01')}${at('10:00')},王丽华,在吗\n${at('10:02')},王丽华,在吗\n`
  const { receipt } = await addExport(desk, caseId, bytes)
  expect(receipt.counts).toEqual({ stored: 6, known: 0, unreadable: 0, skipped: 0 })
  const again = await addExport(desk, caseId, `${bytes}${at('10:03')}`)
  expect(again.receipt.counts).toMatchObject({ stored: 1, known: 6 })
})

test('a chat of the same words under another name is another conversation', async () => {
  const bytes = compose(makeTalk(5), WRITTEN.iosGb)
  await addExport(desk, caseId, bytes)
  await addExport(desk, caseId, bytes, { title: 'Group' })
  expect(listed().total).toBe(10)
})

test('a large export lies in the file store, and a cancel leaves whole lines and a receipt that says so', async () => {
  const path = writeExport(compose(makeTalk(6_000), WRITTEN.iosGb))
  const added = await desk.chat.add(await newChat(desk.chat, caseId, path))
  while (listed().total === 0) await new Promise(setImmediate)
  desk.jobs.cancel(added.jobId)
  expect((await desk.jobs.ended(added.jobId))?.state).toBe('cancelled')
  const { receipt } = desk.evidence.getReceipt({
    importId: added.importId,
    outcome: null,
    offset: 0,
    limit: 1,
  })
  expect(receipt.cancelled).toBe(true)
  expect(receipt.counts.stored).toBe(listed().total)
  expect(receipt.counts.stored).toBeLessThan(6_000)
  expect(verifyCustody(desk.store.read).problems).toEqual([])
})

test('a file that changed since the preview is refused, and nothing is kept', async () => {
  const path = writeExport(compose(makeTalk(5), WRITTEN.iosGb))
  const chat = await newChat(desk.chat, caseId, path)
  await expect(desk.chat.add({ ...chat, sha256: 'f'.repeat(64) })).rejects.toMatchObject({
    code: 'CHANGED_ELSEWHERE',
  })
  expect(desk.evidence.listImports(caseId)).toEqual([])
})

test('a statement can be marked in a line; no line is proposed as what confirms it', async () => {
  await addExport(desk, caseId, compose(makeTalk(16), WRITTEN.iosGb))
  const line = listed().rows.find((row) => row.preview.startsWith('收到，我们确认欠款'))
  const quote = '我们确认欠款 38,600 美元'
  const statementId = desk.confirmations.mark({
    messageId: line?.id ?? '',
    kind: 'debt',
    quote,
    quoteStart: 3,
  })
  expect(desk.confirmations.list(caseId)).toMatchObject([
    { quote, channel: 'whatsapp', speaker: '王丽华', state: 'unconfirmed' },
  ])
  expect(desk.confirmations.listCandidates(statementId)).toEqual([])
})

test('for whom somebody speaks may be mended; the list then says so', async () => {
  await addExport(desk, caseId, compose(makeTalk(4), WRITTEN.iosGb))
  const fromThem = () =>
    listed()
      .rows.filter((row) => row.fromCounterparty)
      .map((row) => row.fromName)
  expect(fromThem()).toEqual(['王丽华', '王丽华'])
  const [conversation] = desk.chat.listConversations(caseId)
  const threadId = conversation?.threadId ?? ''
  desk.chat.changeSpeaker({ threadId, name: 'Martin Keller', side: 'counterparty' })
  desk.chat.changeSpeaker({ threadId, name: '王丽华', side: 'other' })
  expect(fromThem()).toEqual(['Martin Keller', 'Martin Keller'])
})

test('who speaks for whom stays as it was said first, until it is mended and noted', async () => {
  await addExport(desk, caseId, compose(makeTalk(4), WRITTEN.iosGb))
  const { messageId } = await takeInPicture(desk, caseId)
  const title = '王丽华 – Martin Keller'
  desk.chat.describeCapture(messageId, { ...CAPTURE, channel: 'whatsapp' })
  const mistyped = { ...TYPED_LINE, title, side: 'client', account: 'wang_new' } as const
  const lineId = desk.chat.transcribe(messageId, mistyped, null)
  const path = writeExport(compose(makeTalk(6), WRITTEN.iosGb))
  const chat = await newChat(desk.chat, caseId, path)
  const turned = chat.speakers.map((each) => ({ ...each, side: 'other' }) as const)
  await desk.jobs.ended((await desk.chat.add({ ...chat, speakers: turned })).jobId)
  expect(desk.chat.listConversations(caseId).map(({ speakers }) => speakers)).toEqual([
    [
      { name: 'Martin Keller', account: '+49 170 5550142', side: 'client' },
      { name: '王丽华', account: 'hongda_wang', side: 'counterparty' },
    ],
  ])
  // The account is the line's own, as it was typed; for whom she speaks is the conversation's.
  expect(desk.evidence.get(lineId)).toMatchObject({
    from: [{ name: '王丽华', address: 'wang_new' }],
    to: [{ name: 'Martin Keller' }],
  })
  const last = listed().rows.find(({ preview }) => preview.includes('(5)'))
  expect(desk.evidence.get(last?.id ?? '').to).toMatchObject([{ name: '王丽华' }])
})

test('a picture of a screen is described, read off line by line, and a wrong line is replaced and counted', async () => {
  const { messageId } = await takeInPicture(desk, caseId)
  desk.chat.describeCapture(messageId, CAPTURE)
  desk.chat.describeCapture(messageId, { ...CAPTURE, orderNumber: '8800123' })
  const wrong = desk.chat.transcribe(messageId, { ...TYPED_LINE, text: '余款月底前付' }, null)
  const lineId = desk.chat.transcribe(messageId, TYPED_LINE, wrong)
  const undated = desk.chat.transcribe(
    messageId,
    { ...TYPED_LINE, saidOn: null, saidTime: null, text: '好' },
    null,
  )
  const { capture, transcript } = desk.chat.getCapture(messageId)
  expect(capture).toMatchObject({ orderNumber: '8800123', channel: 'alibaba-chat', capturedTime: '10:22' })
  expect(transcript.withdrawnCount).toBe(1)
  expect(transcript.lines).toMatchObject([
    { messageId: undated, at: null, text: '好' },
    {
      messageId: lineId,
      text: '余款月底前付清',
      at: '2024-09-12T01:05:00Z',
      transcribed: true,
      side: 'counterparty',
    },
  ])
  expect(desk.evidence.get(lineId)).toMatchObject({
    form: 'chat',
    channel: 'alibaba-chat',
    warnings: ['TRANSCRIBED'],
    originalSha256: desk.evidence.get(messageId).originalSha256,
  })
  expect(listed().rows.map((row) => row.id)).not.toContain(wrong)
  expect(() => desk.chat.withdrawLine(wrong)).toThrow('NOT_FOUND')
  expect(verifyCustody(desk.store.read).problems).toEqual([])
  expect(await takeInPicture(desk, caseId)).toEqual({ messageId })
})
