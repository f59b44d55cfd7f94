import { expect, it } from 'vitest'
import { indexOfDay, monthsOf } from './day-index.ts'

const DAYS = [
  { day: '2025-11-30', count: 3 },
  { day: '2026-01-02', count: 2 },
  { day: '2026-01-09', count: 1 },
]

it('leads to a day, else to the next that has something, else to the end', () => {
  const found = ['2025-01-01', '2025-11-30', '2025-12-24', '2026-01-09', '2027-01-01'].map((day) =>
    indexOfDay(DAYS, day),
  )
  expect(found).toEqual([0, 0, 3, 5, 5])
  expect(indexOfDay([], '2026-01-01')).toBe(-1)
})

it('counts months, the empty ones between them too, but not those from 1970 on', () => {
  expect(monthsOf(DAYS)).toEqual([
    { month: '2025-11', count: 3 },
    { month: '2025-12', count: 0 },
    { month: '2026-01', count: 3 },
  ])
  expect(monthsOf([{ day: '1970-01-01', count: 1 }, ...DAYS]).map(({ month }) => month)).toEqual([
    '1970-01',
    '2025-11',
    '2026-01',
  ])
})
