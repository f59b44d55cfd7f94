import type { Language } from './wording.ts'

/** The plain date a sender's own calendar showed; null where the message has none. */
export function dayWritten(sentAt: string | null, zoneMinutes: number | null): string | null {
  if (sentAt === null) return null
  return new Date(Date.parse(sentAt) + (zoneMinutes ?? 0) * 60_000).toISOString().slice(0, 10)
}

const english = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A plain date as each language writes it: 2024年9月12日, 12 September 2024. */
export function sayDay(day: string, language: Language): string {
  if (language === 'en') return english.format(new Date(`${day}T00:00:00Z`))
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
