import type { DateOrder } from '@bridge/model/chat.ts'

/** A date and time as an export writes them; which number is the day may be open. */
export interface Moment {
  numbers: readonly [number, number, number]
  /** How many digits each was written with; 0 where its meaning is certain: then they are year, month, day. */
  digits: readonly [number, number, number]
  hour: number
  minute: number
  second: number
  /** Minutes east of UTC where the time itself says so. */
  zoneMinutes: number | null
}

/** A moment on a clock whose zone is not known. */
export interface LocalTime {
  /** Milliseconds as if the clock stood at UTC. */
  ms: number
  text: string
}

const SPACE = '[ \\t\\u00a0\\u2009\\u202f\\u200e\\u200f]'
const HALVES =
  '上午|下午|凌晨|清晨|早上|中午|傍晚|晚上|午前|午後|오전|오후|[AaPp]\\.?\\s?[Mm]\\.?|[ap]\\.\\s?m\\.'
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const DATE = [
  `(?<zhYear>\\d{4})年${SPACE}?(?<zhMonth>\\d{1,2})月${SPACE}?(?<zhDay>\\d{1,2})日`,
  `(?<a>\\d{1,4})(?<sep>[./-])${SPACE}?(?<b>\\d{1,2})\\k<sep>${SPACE}?(?<c>\\d{1,4})\\.?`,
  `(?<enDay>\\d{1,2})${SPACE}(?<enMonth>[A-Za-z]{3,9})\\.?,?${SPACE}(?<enYear>\\d{4})`,
  `(?<usMonth>[A-Za-z]{3,9})\\.?${SPACE}(?<usDay>\\d{1,2}),?${SPACE}(?<usYear>\\d{4})`,
].join('|')
const WEEKDAY = `(?:${SPACE}?[(（]?(?:星期|周|週)[一二三四五六日天][)）]?)?`
/** An hour and minute, perhaps with a half of the day on either side. */
export const TIME_SOURCE = `(?:(?<before>${HALVES})${SPACE}{0,2})?(?<hour>\\d{1,2})[:.：](?<minute>\\d{2})(?:[:.：](?<second>\\d{2}))?(?:[.,]\\d{1,6})?(?:${SPACE}{0,2}(?<after>${HALVES}))?`
const ZONE = `(?:${SPACE}?(?<zone>Z|[+-]\\d{2}:?\\d{2}))?`
/** A date and a time in the order and signs of any locale. Every repetition is bounded: no line costs more than its length. */
export const MOMENT_SOURCE = `(?:${DATE})${WEEKDAY}(?:[,，،]|T)?${SPACE}{0,3}${TIME_SOURCE}${ZONE}`

const WHOLE = new RegExp(`^${SPACE}{0,3}${MOMENT_SOURCE}${SPACE}{0,3}$`, 'u')

const HAS_OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/u
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/gu

/** The digits of Arabic, Persian, Hindi and full width as ASCII ones, each in its place. */
export const plainDigits = (text: string): string =>
  // Most lines have none; to ask is cheaper than to replace.
  !HAS_OTHER_DIGITS.test(text)
    ? text
    : text.replace(OTHER_DIGITS, (digit) => String(digitMeant(digit.charCodeAt(0))))

const digitMeant = (code: number): number =>
  code >= 0xff10 ? code - 0xff10 : (code & 0xf) - (code >= 0x966 && code <= 0x96f ? 6 : 0)

/** What a match of `MOMENT_SOURCE` says; null where its hour does not exist. */
export function momentOf(groups: Readonly<Record<string, string | undefined>>): Moment | null {
  const date = dateOf(groups)
  const time = timeOf(groups)
  return date && time && { ...date, ...time, zoneMinutes: zoneOf(groups.zone) }
}

/** A cell or a text that is a moment and nothing else. */
export function parseMoment(text: string): Moment | null {
  const groups = WHOLE.exec(plainDigits(text.slice(0, 80)))?.groups
  return groups ? momentOf(groups) : null
}

function dateOf(
  groups: Readonly<Record<string, string | undefined>>,
): Pick<Moment, 'numbers' | 'digits'> | null {
  const { a, b, c } = groups
  if (a !== undefined && b !== undefined && c !== undefined)
    return { numbers: [Number(a), Number(b), Number(c)], digits: [a.length, b.length, c.length] }
  const year = groups.zhYear ?? groups.enYear ?? groups.usYear
  const day = groups.zhDay ?? groups.enDay ?? groups.usDay
  const month = groups.zhMonth ? Number(groups.zhMonth) : monthNamed(groups.enMonth ?? groups.usMonth ?? '')
  return month === 0 ? null : { numbers: [Number(year), month, Number(day)], digits: [0, 0, 0] }
}

const monthNamed = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

function timeOf(
  groups: Readonly<Record<string, string | undefined>>,
): Pick<Moment, 'hour' | 'minute' | 'second'> | null {
  const [minute, second] = [Number(groups.minute), Number(groups.second ?? 0)]
  const hour = hourOf(Number(groups.hour), (groups.before ?? groups.after ?? '').toLowerCase())
  return hour === null || hour > 23 || minute > 59 || second > 59 ? null : { hour, minute, second }
}

/** The hour of the day. A half that the hour contradicts (下午15:00) leaves it as it is; 中午 is both 11 and 1. */
function hourOf(hour: number, half: string): number | null {
  if (half === '' || hour > 12) return hour
  if (half === '中午') return hour < 10 ? hour + 12 : hour
  const later = /^(?:下午|傍晚|晚上|午後|오후|p)/u.test(half)
  // The night after ten in the evening ends at twelve: 晚上12:00 is the midnight that begins the day, as 凌晨12:00 is.
  if (half === '晚上' && hour === 12) return 0
  return later ? (hour % 12) + 12 : hour % 12
}

function zoneOf(zone: string | undefined): number | null {
  if (zone === undefined) return null
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return zone.startsWith('-') ? -minutes : minutes
}

const two = (value: number): string => String(value).padStart(2, '0')

/** The moment read in an order; null where no calendar has such a day. */
export function readIn(moment: Moment, order: DateOrder): LocalTime | null {
  const day = dayIn(moment, order)
  if (!day) return null
  const { hour, minute, second } = moment
  const text = `${day.text}T${two(hour)}:${two(minute)}:${two(second)}`
  return { ms: day.ms + ((hour * 60 + minute) * 60 + second) * 1000, text }
}

/** The day alone. */
export function dayIn({ numbers, digits }: Moment, order: DateOrder): LocalTime | null {
  const certain = digits[0] === 0
  const [y, m, d] = certain || order === 'ymd' ? [0, 1, 2] : order === 'dmy' ? [2, 1, 0] : [2, 0, 1]
  const [yearDigits, monthDigits, dayDigits] = [digits[y as 0], digits[m as 0], digits[d as 0]]
  if (!certain && ((yearDigits !== 4 && yearDigits !== 2) || monthDigits > 2 || dayDigits > 2)) return null
  const year = yearDigits === 2 ? centuryOf(numbers[y as 0]) : numbers[y as 0]
  const [month, day] = [numbers[m as 0], numbers[d as 0]]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1970 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return { ms: date.getTime(), text: `${year}-${two(month)}-${two(day)}` }
}

/** No chat is older than 1990. */
const centuryOf = (year: number): number => (year < 90 ? 2000 + year : 1900 + year)
