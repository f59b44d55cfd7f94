import { fileTime, plausibleTime } from './moments.ts'

/** A time that a program wrote into an identifier without saying so. */
export interface HiddenTime {
  readonly at: Date
  /** The program or family of programs that writes this form. */
  readonly generator: string
  /** Whether the digits are a local time whose zone is not written beside them. */
  readonly local?: boolean
}

interface Form {
  readonly generator: string
  readonly pattern: RegExp
  readonly local?: boolean
  read(groups: readonly string[]): Date | null
}

const hexSeconds = (digits = ''): Date | null => plausibleTime(Number.parseInt(digits, 16) * 1_000)
const millis = (digits = '', base = 10): Date | null => plausibleTime(Number.parseInt(digits, base))
const fileTimeOf = (high = '', low = ''): Date | null => fileTime(BigInt(`0x${high}${low}`))

/** `20200820100827` as the time it spells. */
function spelled(digits = ''): Date | null {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/u.exec(digits) ?? []
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
  return year === undefined || Number.isNaN(Date.parse(text)) ? null : plausibleTime(Date.parse(text))
}

const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const MESSAGE_IDS: readonly Form[] = [
  {
    // JavaMail UniqueValue.getUniqueMessageIDValue: hash.id.millis, then what the version adds (JavaMail.user@host).
    generator: 'Java Mail',
    pattern: /^\d+\.\d+\.(\d{12,13})(?:\.JavaMail\.|@)/u,
    read: ([at]) => millis(at),
  },
  {
    // Coremail (163, 126, many Chinese companies): hex.hex.millis in hex.Coremail.user@domain; seen on mail of zju.edu.cn and
    // 126.com whose Date agrees to the second.
    generator: 'Coremail',
    pattern: /^[0-9a-f]+\.[0-9a-f]+\.([0-9a-f]{10,11})\.Coremail\./iu,
    read: ([at]) => millis(at, 16),
  },
  {
    // Outlook, Outlook Express and CDO: four digits of a counter, a FILETIME as 8$8 digits (MS-DTYP 2.3.3), then the host.
    generator: 'Microsoft Outlook',
    pattern: /^[0-9a-f]{4}([0-9a-f]{8})\$([0-9a-f]{8})\$[0-9a-f]{8}[$@]/iu,
    read: ([high, low]) => fileTimeOf(high, low),
  },
  {
    // Netscape, Mozilla and Thunderbird before UUIDs (msg_generate_message_id): seconds in hex, a dot, random digits.
    generator: 'Mozilla Thunderbird',
    pattern: /^([0-9A-F]{8})\.[0-9A-F]{4,8}@/u,
    read: ([at]) => hexSeconds(at),
  },
  {
    // Exim (specification, 3.4): E and the six base-62 digits of the seconds.
    generator: 'Exim',
    pattern: /^E([0-9A-Za-z]{6})-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}@/u,
    read: ([digits = '']) =>
      plausibleTime([...digits].reduce((sum, digit) => sum * 62 + BASE_62.indexOf(digit), 0) * 1_000),
  },
  {
    // Foxmail: the local time to the millisecond and a counter, 18 to 22 digits in all; seen on versions 7.0 to 7.2.
    generator: 'Foxmail',
    pattern: /^((?:19|20)\d{12})\d{4,8}@/u,
    local: true,
    read: ([at]) => spelled(at),
  },
  {
    // Postfix cleanup, sendmail's $t.$i, mutt: the time in UTC, a dot, what tells two messages of a second apart.
    generator: 'Postfix, sendmail, mutt',
    pattern: /^((?:19|20)\d{12})\.[0-9A-Za-z._+/-]+@/u,
    local: true,
    read: ([at]) => spelled(at),
  },
]

const BOUNDARIES: readonly Form[] = [
  {
    // Outlook and MIMEOLE: ----=_NextPart_LEVEL_COUNTER_ and a FILETIME as 8.8 digits, of the local time: ahead of the Date by
    // the zone, to the second, on messages of Outlook's in the corpus (UTC+1, +3, +9).
    generator: 'Microsoft Outlook',
    pattern: /^-*=?_NextPart_[0-9a-f]{3}_[0-9a-f]{4}_([0-9a-f]{8})\.([0-9a-f]{8})$/iu,
    local: true,
    read: ([high, low]) => fileTimeOf(high, low),
  },
  {
    // QQ Mail and WeCom mail: the first of three groups is the seconds in hex; seen on mail of 2017 to 2020 (X-QQ-mid agrees).
    generator: 'QQMail',
    pattern: /^-*=?_NextPart_([0-9A-F]{8})_[0-9A-F]{8}_[0-9A-F]{8}$/u,
    read: ([at]) => hexSeconds(at),
  },
  {
    // Alimail: the third group is the seconds in hex; seen on mail of 2015 to 2025.
    generator: 'Alimail',
    pattern: /^-*=?ALIBOUNDARY_\d+_[0-9a-f]+_([0-9a-f]{8})_[0-9a-f]+$/iu,
    read: ([at]) => hexSeconds(at),
  },
  {
    // JavaMail UniqueValue.getUniqueBoundaryValue, and Coremail, which is written in it: part_hash.millis.
    generator: 'Java Mail, Coremail',
    pattern: /^-*=?_Part_\d+_-?\d+\.(\d{12,13})$/u,
    read: ([at]) => millis(at),
  },
  {
    // Gmail since 2017: twelve zeros, then microseconds with the low six digits in front; agrees within half a minute with the
    // Date of every message of Gmail's in the corpus (2020 to 2025).
    generator: 'Gmail',
    pattern: /^0{12}([0-9a-f]{6})([0-9a-f]{10})$/u,
    read: ([low = '', high]) => plausibleTime(Number(BigInt(`0x${high}${low.slice(0, 4)}`) / 1_000n)),
  },
  {
    // Swift Mailer: _=_swift_SECONDS_hash_=_, older swift_vN_SECONDS.
    generator: 'Swift Mailer',
    pattern: /^_=_swift_(?:v\d+_)?(\d{10})_/u,
    read: ([at]) => millis(`${at}000`),
  },
]

/** What is inside a Message-ID, without its brackets; null where no known program writes it so. */
export const timeInMessageId = (id: string): HiddenTime | null => timeIn(MESSAGE_IDS, id)

export const timeInBoundary = (boundary: string): HiddenTime | null => timeIn(BOUNDARIES, boundary)

function timeIn(forms: readonly Form[], text: string): HiddenTime | null {
  if (text.length > 300) return null
  for (const { generator, pattern, local, read } of forms) {
    const match = pattern.exec(text)
    const at = match && read(match.slice(1))
    if (at) return { at, generator, ...(local ? { local } : {}) }
  }
  return null
}

/**
 * The newest time that a Thread-Index or PidTagConversationIndex tells for certain (MS-OXOMSG 2.2.1.3). Newer programs write an octet
 * 01, the top 40 bits of a FILETIME and a GUID: the time the conversation began. Older ones write the top 48 bits, whose first octet
 * is that 01, and for each answer five octets, of which 31 bits are the time since, in steps of 2^18 or, where the first bit is set,
 * 2^23 of 100 ns. The answers of the newer form do not keep to that in real messages, and are not read.
 */
export function timeInThreadIndex(base64: string): Date | null {
  const index = Buffer.from(base64.replace(/\s+/gu, ''), 'base64')
  if (index.length < 22 || index[0] !== 1) return null
  let time = BigInt(`0x${index.toString('hex', 0, 6)}`) << 16n
  if (!fileTime(time)) return fileTime(BigInt(`0x${index.toString('hex', 1, 6)}`) << 24n)
  for (let at = 22; at + 5 <= index.length; at += 5) {
    const block = index.readUInt32BE(at)
    time += BigInt(block & 0x7fff_ffff) << (block >= 0x8000_0000 ? 23n : 18n)
  }
  return fileTime(time)
}
