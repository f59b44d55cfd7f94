import { expect, test } from 'vitest'
import { readDate } from './written-date.ts'

test.each([
  ['Mon, 01 Jan 2024 08:00:00 +0800', '2024-01-01T00:00:00Z', 480],
  ['1 Jan 2024 08:00 +0800', '2024-01-01T00:00:00Z', 480],
  ['Mon, 1 Jan 2024 08:00:00 +0800 (CST)', '2024-01-01T00:00:00Z', 480],
  ['星期一, 01 Jan 2024 08:00:00 +0800', '2024-01-01T00:00:00Z', 480],
  ['Mon, 1 January 2024 08:00:00 GMT+0800', '2024-01-01T00:00:00Z', 480],
  ['Thu, 29 Feb 2024 23:59:60 -0330', '2024-03-01T03:30:00Z', -210],
  ['01 Jan 24 08:00:00 EST', '2024-01-01T13:00:00Z', -300],
  ['01 Jan 99 08:00:00 GMT', '1999-01-01T08:00:00Z', 0],
  ['Mon Jan  1 08:00:00 2024', '2024-01-01T08:00:00Z', null],
  ['Mon Jan 01 08:00:00 +0800 2024', '2024-01-01T00:00:00Z', 480],
  ['2024-01-01T08:00:00+08:00', '2024-01-01T00:00:00Z', 480],
])('%s', (raw, at, zoneMinutes) => {
  expect(readDate(raw)).toEqual({ at, zoneMinutes, raw })
})

test.each(['Mon, 01 Jan 2024 08:00:00', 'Mon, 01 Jan 2024 08:00:00 -0000', 'Mon, 01 Jan 2024 08:00:00 K'])(
  '%s names no zone',
  (raw) => {
    expect(readDate(raw)).toEqual({ at: '2024-01-01T08:00:00Z', zoneMinutes: null, raw })
  },
)

test.each([
  '',
  'not a date',
  '30 Feb 2024 08:00:00 +0000',
  '1 Foo 2024 08:00 +0000',
  '1 Jan 2024 25:00:00 +0000',
  '2024-01-01',
  '1 Jan 2024 10:00:t x',
])('%j is not guessed at', (raw) => {
  expect(readDate(raw)).toEqual({ at: null, zoneMinutes: null, raw })
})
