import type { ChatFormat } from '@bridge/model/chat.ts'
import { type Head, type HeadReader, NAME_LENGTH } from './head.ts'
import { MOMENT_SOURCE, momentOf, parseMoment, plainDigits, TIME_SOURCE } from './written-moment.ts'

/** Only so much of a line can be its head. */
const HEAD_LENGTH = 300

const BLANK = '[ \\t\\u3000\\u00a0]'
const NAME = `(?<name>[^\\s](?:.{0,${NAME_LENGTH - 1}}?))`
const starts = (source: string) => new RegExp(`^\\u200e?${source}`, 'u')

const IOS = starts(`\\[(?<raw>${MOMENT_SOURCE})\\] ?`)
const ANDROID = starts(`(?<raw>${MOMENT_SOURCE})\\u200f? [-–] `)
const TRADEMANAGER = starts(`${NAME}${BLANK}?[(（](?<raw>${MOMENT_SOURCE})[)）]${BLANK}?[:：]?${BLANK}?`)
const COPY = starts(`${NAME}${BLANK}{1,4}(?<raw>${MOMENT_SOURCE})${BLANK}?[:：]?${BLANK}{0,4}$`)
const TIME_FIRST = starts(`(?<raw>${MOMENT_SOURCE})${BLANK}{1,4}(?=[^\\s\\-–])`)
const NAME_AND_HOUR = starts(`${NAME}${BLANK}{1,4}(?<raw>${TIME_SOURCE})${BLANK}{0,4}$`)
const UNTIMED = starts(`${NAME}[:：]${BLANK}{0,4}$`)
const DIVIDER = /^[\s—–\-─━═=*]{2,60}(?<day>\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)[\s—–\-─━═=*]{2,60}$/u

/** A fresh reader for each reading: one that meets dividers remembers the day. */
const READERS = {
  'whatsapp-ios': () => (line) => withSplitName(match(IOS, line)),
  'whatsapp-android': () => (line) => withSplitName(match(ANDROID, line)),
  aliwangwang: () => (line) => asHead(match(TRADEMANAGER, line)),
  'wechat-copy': () => (line) => asHead(match(COPY, line)),
  'wechat-days': readDays,
  'time-and-name': () => (line) => nameBehind(match(TIME_FIRST, line)),
  'wechat-untimed': () => (line) => {
    const found = match(UNTIMED, line)
    return found && { raw: null, moment: null, speaker: nameIn(found), text: '' }
  },
} satisfies Record<Exclude<ChatFormat, 'table' | 'pattern'>, () => HeadReader>

export type TextFormat = keyof typeof READERS
export const TEXT_FORMATS = Object.keys(READERS) as TextFormat[]

/** What begins a line of the chat in a format. */
export function headReader(format: TextFormat): HeadReader {
  const read: HeadReader = READERS[format]()
  return (line) => (format !== 'wechat-days' && isDivider(line) ? 'divider' : read(line))
}

const isDivider = (line: string): boolean => line.length < HEAD_LENGTH && DIVIDER.test(line)

interface Found {
  groups: Readonly<Record<string, string | undefined>>
  /** `name` and `raw`, as the line writes them. */
  written: Readonly<Record<string, string | undefined>>
  rest: string
}

function match(pattern: RegExp, line: string): Found | null {
  const start = line.slice(0, HEAD_LENGTH)
  const found = pattern.exec(start)
  if (found)
    return { groups: found.groups ?? {}, rest: line.slice(found[0].length), written: found.groups ?? {} }
  const plain = plainDigits(start)
  const inPlain = plain === start ? null : pattern.exec(plain)
  // Digits change place by place, so that lengths hold for the line as written.
  return (
    inPlain && {
      groups: inPlain.groups ?? {},
      rest: line.slice(inPlain[0].length),
      written: writtenGroups(inPlain, start),
    }
  )
}

/** Name and time as they stand in the line: their digits may be Arabic. */
function writtenGroups(found: RegExpExecArray, start: string): Found['written'] {
  const asWritten = (key: 'name' | 'raw'): string | undefined => {
    const plain = found.groups?.[key]
    const at = plain === undefined ? -1 : found[0].indexOf(plain)
    return plain === undefined ? undefined : start.slice(at, at + plain.length)
  }
  return { name: asWritten('name'), raw: asWritten('raw') }
}

const nameIn = ({ written }: Found): string => (written.name ?? '').trim()

function asHead(found: Found | null): Head | null {
  return found && { ...momentIn(found), speaker: nameIn(found), text: found.rest }
}

function momentIn({ groups, written }: Found): Pick<Head, 'raw' | 'moment'> {
  return { raw: written.raw ?? '', moment: momentOf(groups) }
}

/** `name: text`; what names nobody was said by the program. */
function withSplitName(found: Found | null): Head | null {
  if (!found) return null
  const at = found.rest.slice(0, NAME_LENGTH + 2).search(/:(?: |$)/u)
  const speaker = at > 0 ? found.rest.slice(0, at) : null
  return { ...momentIn(found), speaker, text: speaker === null ? found.rest : found.rest.slice(at + 2) }
}

/** Behind the time a name alone, or a name, a colon and the words. */
function nameBehind(found: Found | null): Head | null {
  if (!found) return null
  const at = found.rest.slice(0, NAME_LENGTH + 1).search(/[:：]/u)
  if (at > 0)
    return {
      ...momentIn(found),
      speaker: found.rest.slice(0, at).trim(),
      text: found.rest.slice(at + 1).trimStart(),
    }
  if (found.rest.length > NAME_LENGTH) return null
  return { ...momentIn(found), speaker: found.rest.trim(), text: '' }
}

function readDays(): HeadReader {
  let day: string | null = null
  return (line) => {
    const divider = line.length < HEAD_LENGTH ? DIVIDER.exec(line) : null
    if (divider) {
      day = divider.groups?.day ?? null
      return 'divider'
    }
    const found = day === null ? null : match(NAME_AND_HOUR, line)
    if (!found) return null
    const raw = `${day} ${found.written.raw}`
    return { raw, moment: parseMoment(raw), speaker: nameIn(found), text: '' }
  }
}
