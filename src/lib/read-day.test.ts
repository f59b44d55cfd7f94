import { expect, test } from 'vitest'
import { readDay } from './read-day.ts'

test.each([
  '2025-06-12',
  '2025/6/12',
  '2025.06.12',
  '2025年6月12日',
  ' 2025 年 6 月 12 日 ',
  '12.6.2025',
  '12. 06. 2025',
])('reads %s as the twelfth of June', (typed) => expect(readDay(typed)).toBe('2025-06-12'))

test.each(['', '12/6/2025', '06-12-2025', '2025-02-30', '2025-13-01', '2025', '12.6.25', 'June'])(
  'reads no day in %j',
  (typed) => expect(readDay(typed)).toBeNull(),
)
