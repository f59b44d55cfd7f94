const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u
const DOTTED = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/u

/**
 * A plain date as a person types one, as `2025-06-12`: year first, or day first with dots (12.6.2025). Null where it
 * is no day of the calendar, and for 12/6/2025, which is June to one reader and December to the next.
 */
export function readDay(typed: string): string | null {
  const [, year = '', month = '', day = ''] = YEAR_FIRST.exec(typed.trim()) ?? turn(DOTTED.exec(typed.trim()))
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${written}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== written ? null : written
}

const turn = (found: RegExpExecArray | null): readonly string[] =>
  found ? [found[0], found[3] ?? '', found[2] ?? '', found[1] ?? ''] : []
