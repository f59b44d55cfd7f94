import iconv from 'iconv-lite'

/** One thing said, as a test writes it. */
export interface Said {
  local: string
  who: string
  text: string
}

const TALK = [
  '您好，样品已经寄出，请查收。',
  'Hello, we received the samples. 第3箱有破损。',
  '合同编号 HD-2024-118，单价 USD 12.50/件，共 4,000 件。',
  'The balance of USD 38,600 is due before 2024-09-30.\nPlease confirm.',
  '收到，我们确认欠款 38,600 美元，月底前付。',
  '好的',
  '已付 10,000，水单发您邮箱了：《付款凭证》（第1页）',
  'See the photo: 12:30 on the quay, container TGHU 123456-7',
]

/** A talk of so many lines between two people, one every 37 minutes. */
export function makeTalk(
  count: number,
  names: readonly [string, string] = ['王丽华', 'Martin Keller'],
): Said[] {
  const start = Date.UTC(2024, 1, 20, 8, 5, 12)
  return Array.from({ length: count }, (_, at) => ({
    local: new Date(start + at * 37 * 60_000).toISOString().slice(0, 19),
    who: names[at % 2] ?? '',
    text: `${TALK[at % TALK.length]} (${at})`,
  }))
}

const part = (local: string) => {
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = local.split(/[-T:]/u)
  return { year, month, day, hour, minute, second }
}
const bare = (text: string) => String(Number(text))
const half = (hour: string) => (Number(hour) < 12 ? 'AM' : 'PM')
const twelve = (hour: string) => String(Number(hour) % 12 || 12)

/** How each locale of WhatsApp, and each other program, writes a line. */
export const WRITTEN = {
  androidGb: ({ local, who, text }: Said) => {
    const { year, month, day, hour, minute } = part(local)
    return `${day}/${month}/${year}, ${hour}:${minute} - ${who}: ${text}`
  },
  androidUs: ({ local, who, text }: Said) => {
    const { year, month, day, hour, minute } = part(local)
    return `${bare(month)}/${bare(day)}/${year.slice(2)}, ${twelve(hour)}:${minute}\u202f${half(hour)} - ${who}: ${text}`
  },
  androidDe: ({ local, who, text }: Said) => {
    const { year, month, day, hour, minute } = part(local)
    return `${day}.${month}.${year.slice(2)}, ${hour}:${minute} - ${who}: ${text}`
  },
  androidZh: ({ local, who, text }: Said) => {
    const { year, month, day, hour, minute } = part(local)
    return `${year}/${bare(month)}/${bare(day)} ${Number(hour) < 12 ? '上午' : '下午'}${twelve(hour)}:${minute} - ${who}: ${text}`
  },
  iosZh: ({ local, who, text }: Said) => {
    const { year, month, day, hour, minute, second } = part(local)
    return `[${year}/${bare(month)}/${bare(day)} ${Number(hour) < 12 ? '上午' : '下午'}${twelve(hour)}:${minute}:${second}] ${who}: ${text}`
  },
  iosGb: ({ local, who, text }: Said) => {
    const { year, month, day, hour, minute, second } = part(local)
    return `[${day}/${month}/${year}, ${hour}:${minute}:${second}] ${who}: ${text}`
  },
  iosUs: ({ local, who, text }: Said) => {
    const { year, month, day, hour, minute, second } = part(local)
    return `[${bare(month)}/${bare(day)}/${year.slice(2)}, ${twelve(hour)}:${minute}:${second}\u202f${half(hour)}] ${who}: ${text}`
  },
  wechatCopy: ({ local, who, text }: Said) => `${who} ${local.replace('T', ' ')}\n${text}\n`,
  timeAndName: ({ local, who, text }: Said) => `${local.replace('T', ' ')} ${who}\n${text}\n`,
  timeNameText: ({ local, who, text }: Said) => `${local.replace('T', ' ')} ${who}: ${text}`,
  trademanager: ({ local, who, text }: Said) => `${who}(${local.replace('T', ' ')}):\n${text}\n`,
  csv: ({ local, who, text }: Said) => `${local.replace('T', ' ')},${who},"${text.replaceAll('"', '""')}"`,
} as const

export const compose = (talk: readonly Said[], write: (said: Said) => string): string =>
  `${talk.map(write).join('\n')}\n`

/** Bytes of a text in a charset, with the mark that UTF-16 begins with. */
export const inCharset = (text: string, charset: string): Buffer =>
  iconv.encode(text, charset, { addBOM: charset.startsWith('utf-16') })
