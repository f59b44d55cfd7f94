/** The last day on which something is taken to be kept whose use ended on `endedOn`: that many days after it. */
export function lastDay(endedOn: string, keptDays: number): string {
  const day = new Date(`${endedOn}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + keptDays)
  return day.toISOString().slice(0, 10)
}
