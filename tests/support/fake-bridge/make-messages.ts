import type { MessageView } from '@bridge/model/evidence.ts'
import type { Attachment } from '@bridge/model/message.ts'
import { flagSender, type KnownIdentity } from '../../../electron/rules/identity/flag-sender.ts'
import { fakeId } from './scenes.ts'
import { LETTERS, LONG_SUBJECT, NAMES } from './texts.ts'

export interface FakeMessage {
  view: MessageView
  threadId: string
}

/** A digest that looks like one: the same for the same number. */
const digest = (n: number): string =>
  Array.from({ length: 8 }, (_, at) =>
    ((Math.imul(n + 1, 2_654_435_761) ^ Math.imul(at + 7, 40_503)) >>> 0).toString(16).padStart(8, '0'),
  ).join('')

const ATTACHMENTS: readonly Pick<Attachment, 'fileName' | 'contentType' | 'sizeBytes'>[] = [
  { fileName: 'PI HD-2025-0417 signed.pdf', contentType: 'application/pdf', sizeBytes: 482_113 },
  { fileName: '装箱单与提单副本（盖章）.pdf', contentType: 'application/pdf', sizeBytes: 1_204_882 },
  {
    fileName:
      'Inspection report lot 3 with photographs of all one hundred and eighteen failed drivers, final version.docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    sizeBytes: 18_220_140,
  },
]

const known = (side: KnownIdentity['side'], value: string): KnownIdentity => ({
  ...{ side, value, kind: 'domain', person: '', founded: true },
})
const KNOWN = [known('counterparty', 'hongda-deng.example.cn'), known('client', 'nordlys-lighting.example')]

/** Messages in the order they were sent: seven letters of one dispute, again and again, with a few awkward ones. */
export const makeMessages = (count: number): FakeMessage[] =>
  Array.from({ length: count }, (_, n) => makeMessage(n))

function makeMessage(n: number): FakeMessage {
  const letter = LETTERS[n % LETTERS.length]
  if (!letter) throw new Error('there are letters')
  const awkward = n % 50 === 8
  const unreadable = n % 50 === 9
  const sender = awkward ? NAMES.longest : letter.fromThem ? NAMES.them : NAMES.us
  const recipient = letter.fromThem ? NAMES.us : NAMES.them
  const at = new Date(Date.UTC(2025, 3, 17, 6, 30) + n * 2 * 3_600_000).toISOString().replace('.000', '')
  const zoneMinutes = letter.fromThem ? 480 : 120
  const id = fakeId('message', n + 1)
  const threadId = fakeId('message', Math.floor(n / 2) * 2 + 1)
  const subject = awkward ? LONG_SUBJECT : letter.subject
  const attachments = n % 7 === 0 ? makeAttachments(1) : awkward ? makeAttachments(3) : []
  const view: MessageView = {
    id,
    caseId: fakeId('case', 1),
    threadId,
    form: 'mail',
    channel: 'email',
    subject: unreadable ? '' : subject,
    headerMessageId: unreadable ? null : `${n}.20250417@nordlys-lighting.example`,
    from: unreadable ? [] : [sender],
    sender: [],
    replyTo: awkward ? [{ name: '', address: 'payments@hongda-pay.example' }] : [],
    to: unreadable ? [] : awkward ? [recipient, NAMES.us, NAMES.longest] : [recipient],
    cc: awkward ? [NAMES.us] : [],
    bcc: [],
    fromCounterparty: letter.fromThem && !unreadable,
    flags: [],
    date: unreadable
      ? { at: null, zoneMinutes: null, raw: null }
      : {
          at,
          zoneMinutes,
          raw: new Date(at).toUTCString().replace('GMT', letter.fromThem ? '+0800' : '+0200'),
        },
    receivedAt: unreadable ? null : at,
    text: unreadable ? '' : letter.text,
    hasHtml: letter.fromThem && !unreadable,
    attachments,
    warnings: awkward ? ['CHARSET_GUESSED', 'MESSAGE_ID_MISSING'] : [],
    unreadable: unreadable ? 'TOO_MANY_PARTS' : null,
    originalSha256: digest(n),
    charset: null,
    originalSizeBytes: 4_213 + n * 17,
    intakes: [
      {
        id: crypto.randomUUID(),
        importId: fakeId('import', 1),
        sourceName: n % 2 === 0 ? 'hongda/Sent.mbox' : `往来函件/2025/${String(n).padStart(4, '0')}.eml`,
        sourceOffset: n % 2 === 0 ? n * 4_311 : null,
        containerSha256: null,
        itemNumber: null,
        folder: null,
        labels: null,
        outcome: unreadable ? 'unreadable' : 'stored',
        reason: unreadable ? 'TOO_MANY_PARTS' : null,
        messageId: id,
        originalSha256: digest(n),
        takenAt: '2026-11-19T09:00:12Z',
      },
    ],
    exhibitNumbers: [],
  }
  const flagged = { ...view, flags: flagSender(view, KNOWN) }
  return { view: VARIANTS[n % 50]?.(flagged) ?? flagged, threadId }
}

/** What is no plain letter from a file of its own, by its place among fifty. */
const VARIANTS: Readonly<Record<number, (view: MessageView) => MessageView>> = {
  4: (view) => ({ ...view, intakes: view.intakes.map((line) => ({ ...line, ...FROM_OUTLOOK })) }),
  6: (view) => ({ ...view, ...DOCUMENT, ...NOBODY, attachments: makeAttachments(1) }),
}

const FROM_OUTLOOK = {
  sourceName: '往来函件/outlook archive 2024–2025.pst',
  sourceOffset: null,
  containerSha256: digest(7_001),
  itemNumber: 2_097_252,
  folder: '个人文件夹/收件箱/宏达灯饰（Hongda Lighting）',
  labels: ['\\Seen', '\\Answered', '订单/2025'].join('\n'),
}

const DOCUMENT = {
  form: 'document',
  channel: 'document',
  subject: 'PI HD-2025-0417 signed.pdf',
  text: '',
  hasHtml: false,
  headerMessageId: null,
  fromCounterparty: false,
  receivedAt: null,
  date: { at: null, zoneMinutes: null, raw: null },
} as const

const NOBODY = { from: [], sender: [], replyTo: [], to: [], cc: [], bcc: [], flags: [], warnings: [] }

const makeAttachments = (count: number): Attachment[] =>
  ATTACHMENTS.slice(0, count).map((attachment, at) => ({
    ...attachment,
    partPath: `${at + 2}`,
    rawFileName: null,
    sha256: digest(at + 900),
    contentId: null,
    inline: false,
    nestedSubject: null,
  }))
