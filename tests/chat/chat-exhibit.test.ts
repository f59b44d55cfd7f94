import { CHANNELS } from '@bridge/channels/index.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeChatHtml } from '../../electron/documents/kinds/exhibit-bundle/compose-chat-html.ts'
import { chatContent } from '../../electron/documents/kinds/exhibit-bundle/model.ts'
import { collectChat } from '../../electron/features/exhibits/collect-chat.ts'
import { createPathGiver } from '../../electron/features/exhibits/export-names.ts'
import { findMailPiece } from '../../electron/features/exhibits/pieces.ts'
import { proposeWording } from '../../electron/features/exhibits/propose-wording.ts'
import { caseDraft } from '../support/case-draft.ts'
import { CAPTURE, CHANNEL_INPUTS } from '../support/channel-inputs.ts'
import { addExport, newChat, writeExport } from '../support/chat-case.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { compose, makeTalk, WRITTEN } from './support/compose-chat.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

test('the sheet of a chat shows the days of its lines whole, marks what was chosen, and names file and zone', async () => {
  const caseId = desk.cases.add(caseDraft())
  const talk = makeTalk(200)
  const bytes = Buffer.from(compose(talk, WRITTEN.iosGb))
  await addExport(desk, caseId, bytes)
  const page = { caseId, search: '', order: 'thread', filter: {}, offset: 0, limit: 500 } as const
  const { rows } = desk.evidence.list(page)
  const chosen = rows.filter(({ preview }) => preview.endsWith('(68)') || preview.endsWith('(70)'))
  const { content, originals } = await collectChat(
    { read: desk.store.read, files: desk.files, reader: desk.reader },
    createPathGiver(),
    {
      exhibit: '证据1',
      place: null,
      threadId: chosen[0]?.threadId ?? '',
      messageIds: chosen.map(({ id }) => id),
    },
  )
  expect(chatContent.parse(content)).toEqual(content)
  const day = talk[70]?.local.slice(0, 10)
  expect(content.lines.map(({ text }) => text)).toEqual(
    talk.filter(({ local }) => local.startsWith(day ?? '-')).map(({ text }) => text),
  )
  expect(content.lines.filter((line) => line.chosen)).toHaveLength(2)
  expect(content.totalCount).toBe(200)
  expect(originals).toMatchObject([{ path: 'originals/证据1 王丽华 – Martin Keller.txt' }])
  expect(Buffer.from(originals[0]?.bytes ?? [])).toEqual(bytes)

  const html = composeChatHtml(content, 'both')
  for (const text of [
    '王丽华 &lt;hongda_wang&gt;',
    'Asia/Shanghai',
    '(UTC+08:00)',
    originals[0]?.sha256 ?? '-',
    `of 200 lines`,
  ])
    expect(html).toContain(text)
  expect(html.match(/<li class="chosen">/gu)).toHaveLength(2)
})

/** The sheet of the first line of a case that the words stand in. */
async function sheetOf(caseId: string, words: string) {
  const page = { caseId, search: '', order: 'thread', filter: {}, offset: 0, limit: 500 } as const
  const line = desk.evidence.list(page).rows.find(({ preview }) => preview.includes(words))
  return collectChat({ read: desk.store.read, files: desk.files, reader: desk.reader }, createPathGiver(), {
    ...{ exhibit: '证据1', place: null, threadId: line?.threadId ?? '', messageIds: [line?.id ?? ''] },
  })
}

test('a sheet names a file as it came into its own case, and every file that its lines stand in', async () => {
  const [elsewhere, caseId] = [desk.cases.add(caseDraft()), desk.cases.add(caseDraft())]
  const talk = makeTalk(6)
  const [early, whole] = [compose(talk.slice(0, 3), WRITTEN.iosGb), compose(talk, WRITTEN.iosZh)]
  const other = await desk.chat.add(await newChat(desk.chat, elsewhere, writeExport(early, 'Client B.txt')))
  await desk.jobs.ended(other.jobId)
  await addExport(desk, caseId, early)
  await addExport(desk, caseId, whole)
  const { content, originals } = await sheetOf(caseId, '(4)')
  expect(content.lines).toHaveLength(6)
  expect(content.originals.map(({ fileName }) => fileName)).toEqual(['chat.txt', 'chat.txt'])
  expect(originals.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([early, whole])
})

test('the lines of a file keep the zone they were stored with, and no other may be stated for it', async () => {
  const caseId = desk.cases.add(caseDraft())
  const bytes = compose(makeTalk(3), WRITTEN.iosGb)
  const inBerlin = { options: { zone: 'Europe/Berlin' } }
  await addExport(desk, caseId, bytes)
  await expect(addExport(desk, caseId, bytes, inBerlin)).rejects.toMatchObject({
    ...{ code: 'ZONE_STATED', data: { zone: 'Asia/Shanghai' } },
  })
  const { content } = await sheetOf(caseId, '(1)')
  expect(content.originals.map(({ zone }) => zone)).toEqual(['Asia/Shanghai'])
  expect((await addExport(desk, caseId, bytes)).receipt.counts).toMatchObject({ stored: 0, known: 3 })
  const renamed = await addExport(desk, caseId, bytes, { ...inBerlin, title: 'read in Berlin' })
  expect(renamed.receipt.counts.stored).toBe(3)
})

test('an exhibit of a chat is called a chat, and its original is shown at the hearing', async () => {
  const caseId = desk.cases.add(caseDraft())
  await addExport(desk, caseId, compose(makeTalk(3), WRITTEN.iosGb))
  const page = { caseId, search: '', order: 'thread', filter: {}, offset: 0, limit: 5 } as const
  const matter = desk.cases.get(caseId)
  const pieces = desk.evidence
    .list(page)
    .rows.flatMap(({ id }) => findMailPiece(desk.store.read, matter, id) ?? [])
  const wording = proposeWording(
    { about: undefined, pieces, confirmations: [], passages: [] },
    { submitterRole: 'plaintiff', clientRole: 'creditor' },
  )
  expect(wording.title.en).toBe('Record of a WhatsApp chat (王丽华 – Martin Keller, 20 February 2024)')
  expect(wording).toMatchObject({ kind: 'electronic-data', originality: 'copy-original-at-hearing' })
})

test('neither a chat nor a picture of a screen is an e-mail: no sheet could be printed of it', () => {
  const chat = { ...CHANNEL_INPUTS['chat.add'], channel: 'email' }
  const described = { ...CHANNEL_INPUTS['chat.describeCapture'], capture: { ...CAPTURE, channel: 'email' } }
  expect(CHANNELS['chat.add'].input.safeParse(chat).error?.issues[0]?.path).toEqual(['channel'])
  expect(CHANNELS['chat.describeCapture'].input.safeParse(described).error?.issues[0]?.path).toEqual([
    ...['capture', 'channel'],
  ])
})
