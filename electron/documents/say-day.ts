import type { Bilingual } from '@bridge/model/exhibit.ts'

const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** A plain date as each language writes it: 2024年9月12日, 12 September 2024. */
export function sayDay(day: string, language: keyof Bilingual): string {
  if (language === 'en') return english.format(new Date(`${day}T00:00:00Z`))
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
