import type { Settings } from '@bridge/channels/settings.ts'
import { dayWritten } from '@bridge/model/day-written.ts'

type Locale = Settings['locale']

const dayFormat: Record<Locale, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' }),
}

const timeFormat = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
})

/** `UTC+08:00` for 480, `UTC−03:30` for −210, `UTC` for 0. */
export const formatZone = (zoneMinutes: number): string => {
  if (zoneMinutes === 0) return 'UTC'
  const minutes = Math.abs(zoneMinutes)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `UTC${zoneMinutes < 0 ? '−' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** A plain date: `20 Nov 2026`, `2026年11月20日`. */
export const formatDay = (day: string, locale: Locale): string =>
  dayFormat[locale].format(new Date(`${day}T00:00:00Z`)).replace('Sept', 'Sep')

/** The day an instant fell on, in the zone it was written in. */
export const formatMomentDay = (at: string, zoneMinutes: number | null, locale: Locale): string =>
  formatDay(dayWritten(at, zoneMinutes), locale)

/** An instant in the zone it was written in: `20 Nov 2026, 14:05 UTC+08:00`. A zone not known is told as UTC. */
export const formatMoment = (at: string, zoneMinutes: number | null, locale: Locale): string => {
  const zone = zoneMinutes ?? 0
  const time = timeFormat.format(new Date(Date.parse(at) + zone * 60_000))
  const gap = locale === 'en' ? ', ' : ' '
  return `${formatMomentDay(at, zone, locale)}${gap}${time} ${formatZone(zone)}`
}
