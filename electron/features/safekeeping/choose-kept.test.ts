import { expect, test } from 'vitest'
import { chooseKept } from './choose-kept.ts'

const DAY_MS = 86_400_000
const NEWEST = Date.parse('2026-11-20T18:00:00.000Z')
/** One a day, `count` days back, each proven unless said otherwise. */
const daily = (count: number, isProven: (day: number) => boolean = () => true) =>
  Array.from({ length: count }, (_, day) => {
    const madeAt = new Date(NEWEST - day * DAY_MS).toISOString()
    return { id: `${day}`, madeAt, provenAt: isProven(day) ? madeAt : null }
  })
const keptOf = (backups: ReturnType<typeof daily>) =>
  [...chooseKept(backups)].map(Number).sort((a, b) => a - b)

test('of two years of daily backups, seven days, four weeks and twelve months stay', () => {
  const kept = keptOf(daily(730))
  expect(kept.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
  // 20 November 2026 is a Friday: the last days of the weeks before are Sundays, 5, 12 and 19 days back.
  expect(kept).toEqual(expect.arrayContaining([5, 12, 19]))
  const months = new Set(kept.map((day) => new Date(NEWEST - day * DAY_MS).toISOString().slice(0, 7)))
  expect(months.size).toBe(12)
  expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12)
})

test('the newest proven backup always stays, however old, and of those that do not count the newest', () => {
  expect(keptOf(daily(40, (day) => day === 30))).toEqual([0, 30])
  expect(keptOf(daily(5, () => false))).toEqual([0])
  expect(keptOf(daily(5, (day) => day > 1))).toEqual([0, 2, 3, 4])
})

test('what does not count goes once one that counts was made after it', () => {
  expect(keptOf(daily(3, (day) => day !== 1))).toEqual([0, 2])
})

test('of several on one day the newest three stay', () => {
  const at = (hour: string) => `2026-11-20T${hour}:00:00.000Z`
  const backups = ['08', '12', '16', '17'].map((hour) => ({ id: hour, madeAt: at(hour), provenAt: at(hour) }))
  expect([...chooseKept(backups)]).toEqual(['17', '16', '12'])
})
