import { expect, test } from 'vitest'
import { lastDay } from './last-day.ts'

test.each([
  ['2026-01-31', 30, '2026-03-02'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-12-31', 0, '2026-12-31'],
  ['2026-03-28', 2, '2026-03-30'], // a change to summer time in Europe is no day more or less
])('%s and %i days: %s', (endedOn, days, day) => {
  expect(lastDay(endedOn, days)).toBe(day)
})
