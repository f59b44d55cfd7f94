import { expect, it } from 'vitest'
import { formatDay, formatMoment, formatZone } from './format-date.ts'

it('writes days as each language does', () => {
  expect(formatDay('2026-11-20', 'en')).toBe('20 Nov 2026')
  expect(formatDay('2026-09-01', 'en')).toBe('1 Sep 2026')
  expect(formatDay('2026-11-20', 'zh-CN')).toBe('2026年11月20日')
})

it('tells a moment in the zone it was written in, even when that is another day', () => {
  expect(formatMoment('2026-11-19T18:05:00Z', 480, 'en')).toBe('20 Nov 2026, 02:05 UTC+08:00')
  expect(formatMoment('2026-11-19T18:05:00Z', 480, 'zh-CN')).toBe('2026年11月20日 02:05 UTC+08:00')
  expect(formatMoment('2026-11-19T18:05:00Z', null, 'en')).toBe('19 Nov 2026, 18:05 UTC')
})

it('writes zones west of Greenwich and half hours', () => {
  expect(formatZone(-210)).toBe('UTC−03:30')
  expect(formatZone(0)).toBe('UTC')
})
