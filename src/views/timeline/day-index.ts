interface DayCount {
  day: string
  count: number
}

/** Where the first entry of a day stands in the timeline; of the next day that has one, else the last entry. */
export function indexOfDay(days: readonly DayCount[], wanted: string): number {
  let before = 0
  for (const { day, count } of days) {
    if (day >= wanted) return before
    before += count
  }
  return before - 1
}

/** How much fell on each month, from the first to the last that has something, those in between without anything too. */
export function monthsOf(days: readonly DayCount[]): { month: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { day, count } of days) counts.set(day.slice(0, 7), (counts.get(day.slice(0, 7)) ?? 0) + count)
  const [first, last] = [days[0]?.day.slice(0, 7), days.at(-1)?.day.slice(0, 7)]
  if (!first || !last) return []
  const months: { month: string; count: number }[] = []
  for (let month = first; month <= last && months.length < MONTHS_AT_MOST; month = following(month))
    months.push({ month, count: counts.get(month) ?? 0 })
  return months.length < MONTHS_AT_MOST ? months : [...counts].map(([month, count]) => ({ month, count }))
}

/** Thirty years: a wrong clock may say 1970, and nobody scrolls through the months from there. */
const MONTHS_AT_MOST = 360

function following(month: string): string {
  const next = new Date(`${month}-01T00:00:00Z`)
  next.setUTCMonth(next.getUTCMonth() + 1)
  return next.toISOString().slice(0, 7)
}
