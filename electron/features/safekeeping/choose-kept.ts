import type { BackupRow } from './backups-store.ts'

type Backup = Pick<BackupRow, 'id' | 'madeAt' | 'provenAt'>

/** How many periods of each length keep a backup: security.md 3.6. */
const KEPT = { days: 7, weeks: 4, months: 12 }
/** Stay besides, whenever they were made: nobody who makes two in a row expects the first to go at once. */
const NEWEST = 3
const DAY_MS = 86_400_000
/** 1970 began on a Thursday: weeks are counted from Monday (ISO 8601). */
const THURSDAY = 3

const daysOf = (instant: string): number => Math.floor(Date.parse(instant) / DAY_MS)

const PERIODS: readonly { count: number; periodOf(instant: string): string | number }[] = [
  { count: KEPT.days, periodOf: daysOf },
  { count: KEPT.weeks, periodOf: (instant) => Math.floor((daysOf(instant) + THURSDAY) / 7) },
  { count: KEPT.months, periodOf: (instant) => instant.slice(0, 7) },
]

/**
 * Ids of the backups that stay: of those proven, the newest one of each of the last seven days, four weeks and twelve months
 * (UTC) in which there is one, and the newest three. Of those newer than the newest proven one only the newest: what does not count once more takes
 * no more room.
 */
export function chooseKept(backups: readonly Backup[]): ReadonlySet<string> {
  const newestFirst = [...backups].sort(
    (a, b) => b.madeAt.localeCompare(a.madeAt) || b.id.localeCompare(a.id),
  )
  const proven = newestFirst.filter(({ provenAt }) => provenAt !== null)
  const kept = new Set(newestFirst.slice(0, 1).map(({ id }) => id))
  for (const { id } of proven.slice(0, NEWEST)) kept.add(id)
  for (const { count, periodOf } of PERIODS) {
    const periods = new Map<string | number, string>()
    for (const { id, madeAt } of proven)
      if (periods.size < count && !periods.has(periodOf(madeAt))) periods.set(periodOf(madeAt), id)
    for (const id of periods.values()) kept.add(id)
  }
  return kept
}
