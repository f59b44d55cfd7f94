import type { ChatLine, ChatPreview, ChatSpeaker, SpokenLine } from '@bridge/model/chat.ts'
import type { FakeHandlers } from './fake-handlers.ts'
import { found } from './fake-handlers.ts'
import type { FakeMessage } from './make-messages.ts'
import { fakeId } from './scenes.ts'
import type { World } from './world.ts'

const SAID = [
  ['王丽华', '您好，样品已经寄出，请查收。'],
  ['Anna Solheim (Nordlys)', 'Hello, we received the samples. 第3箱有破损。'],
  ['王丽华', '收到，我们确认欠款 38,600 美元，月底前付。'],
  [
    'Anna Solheim (Nordlys)',
    'Thank you. Please confirm the same by e-mail, with your stamp.\nContract HD-2025-0417.',
  ],
  ['王丽华', '[图片]'],
  ['Nordlys – 宏达照明（宁波保税区）国际贸易有限公司 orders 2025', '好的'],
] as const
const SPEAKERS: ChatSpeaker[] = [
  { name: '王丽华', account: 'hongda_wang', side: 'counterparty' },
  { name: 'Anna Solheim (Nordlys)', account: '+47 22 55 01 42', side: 'client' },
  { name: 'Nordlys – 宏达照明（宁波保税区）国际贸易有限公司 orders 2025', account: '', side: 'other' },
]
const THREAD = '90000000-0000-4000-8000-000000000001'

function lineAt(at: number): ChatLine {
  const [speaker, text] = SAID[at % SAID.length] ?? SAID[0]
  const day = String(3 + Math.floor(at / 8)).padStart(2, '0')
  const time = `${String(9 + (at % 8)).padStart(2, '0')}:05:12`
  return {
    offset: at * 96,
    speaker,
    raw: `${day}/06/2025, ${time}`,
    local: `2025-06-${day}T${time}`,
    at: new Date(`2025-06-${day}T${time}+08:00`).toISOString().replace('.000Z', 'Z'),
    zoneMinutes: 480,
    text,
    kind: text.startsWith('[') ? 'media' : 'said',
  }
}

const PREVIEW: ChatPreview = {
  format: 'whatsapp-android',
  recognised: [{ format: 'whatsapp-android', confidence: 0.99 }],
  charset: 'gb18030',
  charsetGuessed: true,
  damagedCount: 0,
  dateOrder: 'dmy',
  dateOrders: ['dmy', 'mdy'],
  ambiguous: [
    {
      raw: '03/06/2025, 09:05',
      days: [
        { order: 'dmy', day: '2025-06-03' },
        { order: 'mdy', day: '2025-03-06' },
      ],
    },
  ],
  table: null,
  speakers: SPEAKERS.map(({ name }, at) => ({ name, lineCount: 1_204 - at * 380 })),
  counts: { lines: 2_412, said: 2_391, system: 9, media: 12, undated: 1, unread: 2 },
  first: Array.from({ length: 12 }, (_, at) => lineAt(at)),
  last: [
    ...Array.from({ length: 11 }, (_, at) => lineAt(60 + at)),
    { ...lineAt(71), raw: '昨天 18:03', local: null, at: null, zoneMinutes: null },
  ],
  unread: [
    { offset: 0, text: 'WhatsApp 聊天记录：宏达照明 – Nordlys' },
    { offset: 44, text: 'exported 2025-07-01' },
  ],
}

const conversationOf = () => ({
  threadId: THREAD,
  title: '王丽华 – Anna Solheim (Nordlys)',
  channel: 'whatsapp' as const,
  lineCount: 60,
  speakers: SPEAKERS,
})

function spokenAt(world: World, at: number): SpokenLine {
  const { offset: _, local: __, speaker, ...line } = lineAt(at)
  const person = SPEAKERS.find(({ name }) => name === speaker)
  const messageId = at === CHAT_PLACE ? fakeId('message', CHAT_MESSAGE) : fakeId('message', 90_000 + at)
  return {
    ...line,
    ...{ messageId, speaker: speaker ?? '', account: person?.account ?? '', side: person?.side ?? 'other' },
    transcribed: at % 17 === 16,
    statements: world.statements.filter(({ message }) => message?.id === messageId).map(({ state }) => state),
  }
}

/** The message that is a line of the fake chat, and where it stands there. */
const CHAT_MESSAGE = 4_958
const CHAT_PLACE = 26

/** Makes one of the messages a line of a chat. */
export function fillChat(messages: readonly FakeMessage[]): void {
  const message = messages.find(({ view }) => view.id === fakeId('message', CHAT_MESSAGE))
  if (!message) return
  const { at, zoneMinutes, raw, text, speaker } = lineAt(CHAT_PLACE)
  const chat = { form: 'chat', channel: 'whatsapp', subject: conversationOf().title } as const
  const from = { name: speaker ?? '', address: 'hongda_wang' }
  Object.assign(message.view, chat, {
    threadId: THREAD,
    text,
    hasHtml: false,
    attachments: [],
    warnings: [],
    unreadable: null,
    from: [from],
    date: { at, zoneMinutes, raw },
  })
}

export const chatHandlers: FakeHandlers<'chat'> = {
  'chat.choose': () => ({ token: crypto.randomUUID() }),
  'chat.preview': ({ options }) => ({
    name: 'WhatsApp 聊天记录 – 宏达照明.txt',
    sizeBytes: 231_552,
    sha256: 'a'.repeat(64),
    preview: {
      ...PREVIEW,
      dateOrder: options.dateOrder ?? PREVIEW.dateOrder,
      format: options.format ?? PREVIEW.format,
    },
  }),
  'chat.add': () => ({ jobId: fakeId('job', 77), importId: fakeId('import', 77) }),
  'chat.listConversations': () => ({ conversations: [conversationOf()] }),
  'chat.getConversation': ({ messageId }) => ({
    conversation: found(messageId === fakeId('message', CHAT_MESSAGE) ? conversationOf() : undefined),
    place: CHAT_PLACE,
    withdrawnCount: 1,
    readings: [
      {
        importId: fakeId('import', 77),
        sourceName: 'WhatsApp 聊天记录 – 宏达照明.txt',
        originalSha256: 'a'.repeat(64),
        format: 'whatsapp-android',
        ...{ charset: 'gb18030', charsetGuessed: true, zone: 'Asia/Shanghai', dateOrder: 'dmy' },
        ...{ lineCount: 60, undatedCount: 0, unreadCount: 2, takenAt: '2026-11-20T09:00:00Z' },
      },
    ],
  }),
  'chat.listLines': ({ offset, limit }, world) => ({
    rows: Array.from({ length: Math.max(0, Math.min(limit, 60 - offset)) }, (_, at) =>
      spokenAt(world, offset + at),
    ),
    total: 60,
  }),
  'chat.changeSpeaker': () => ({}),
  'chat.getCapture': ({ messageId }, world) => ({
    capture: {
      messageId,
      ...{
        channel: 'alibaba-chat',
        capturedOn: '2025-07-02',
        capturedTime: '10:22',
        capturedZone: 'Asia/Shanghai',
      },
      ...{
        account: 'nordlys_buyer',
        orderNumber: '18800123456',
        complaintNumber: '',
        capturedBy: 'Anna Solheim',
      },
      changedAt: '2026-11-20T09:00:00Z',
    },
    transcript: { lines: [spokenAt(world, 2), spokenAt(world, 3)], withdrawnCount: 1 },
  }),
  'chat.describeCapture': () => ({}),
  'chat.transcribe': () => ({ lineId: fakeId('message', 91_000) }),
  'chat.withdraw': () => ({}),
}
