import type { WrittenDate } from '@bridge/model/message.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** RFC 5322 4.3 (North American names); CST is there UTC-6, although Chinese programs mean +8 when they write it. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
}

const MAIL =
  /(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2,4})[\s,]+(\d{1,2})\s*[:.]\s*(\d{1,2})(?:\s*[:.]\s*(\d{1,2}))?\s*((?:[+\-a-z].*)?)$/is
const C_TIME =
  /\b([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(?:([a-z]{1,4}|[+-]\d{4})\s+)?(\d{4})\s*(.*)$/is
const ISO = /^(\d{4})-(\d{2})-(\d{2})[T\s](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(z|[+-]\d{2}:?\d{2})$/i

interface Moment {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  zone: string
}

function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length >= 4) return year
  return digits.length === 3 || year >= 50 ? year + 1900 : year + 2000 // RFC 5322 4.3
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1
}

function findMoment(text: string): Moment | null {
  const mail = MAIL.exec(text)
  if (mail) {
    const [, day, month = '', year = '', hour, minute, second = '0', zone = ''] = mail
    return {
      year: fullYear(year),
      month: monthNumber(month),
      day: Number(day),
      hour: Number(hour),
      minute: Number(minute),
      second: Number(second),
      zone,
    }
  }
  const c = C_TIME.exec(text)
  if (c) {
    const [, month = '', day, hour, minute, second, before, year, after = ''] = c
    return {
      year: Number(year),
      month: monthNumber(month),
      day: Number(day),
      hour: Number(hour),
      minute: Number(minute),
      second: Number(second),
      zone: before ?? after,
    }
  }
  const iso = ISO.exec(text)
  if (!iso) return null
  const [, year, month, day, hour, minute, second = '0', zone = ''] = iso
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    zone,
  }
}

/** Minutes east of UTC; null where the text names no zone (`-0000`, a military letter, nothing): RFC 5322 3.3, 4.3. */
function zoneMinutes(zone: string): number | null {
  const numeric = /^(?:GMT|UTC)?\s*([+-])(\d{1,2}):?(\d{2})?/i.exec(zone)
  if (numeric) {
    const [, sign, hours, minutes = '0'] = numeric
    const east = Number(hours) * 60 + Number(minutes)
    if (sign === '-' && east === 0) return null
    return sign === '-' ? -east : east
  }
  const name = /^[a-z]+/i.exec(zone)?.[0].toLowerCase() ?? ''
  return Object.hasOwn(ZONES, name) ? (ZONES[name] ?? null) : null
}

function isPossible(moment: Moment, east: number): boolean {
  const { year, month, day, hour, minute, second } = moment
  if (month < 1 || month > 12 || hour > 24 || minute > 59 || second > 60 || year < 1900 || year > 9999)
    return false
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate() && Math.abs(east) < 24 * 60
}

/**
 * A date as a mail program wrote it (RFC 5322 3.3 and the obsolete and mistaken forms that occur). Without a zone the
 * time is taken as UTC and `zoneMinutes` is null. The day of the week is not looked at. Unreadable gives `at: null`.
 */
export function readDate(raw: string): WrittenDate {
  const text = raw.replace(/\([^()]*\)/g, ' ').trim()
  const moment = findMoment(text)
  const zone = moment ? zoneMinutes(moment.zone.trim()) : null
  if (!moment || !isPossible(moment, zone ?? 0)) return { at: null, zoneMinutes: null, raw }
  const { year, month, day, hour, minute, second } = moment
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute - (zone ?? 0), second))
  return { at: at.toISOString().replace('.000Z', 'Z'), zoneMinutes: zone, raw }
}
