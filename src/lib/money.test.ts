import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatMoney, parseMoney, toDecimal } from './money.ts'

it('reads sums as people type them', () => {
  expect(parseMoney('128,400.5', 'USD')).toBe(12_840_050)
  expect(parseMoney('１２８４００', 'CNY')).toBe(12_840_000)
  expect(parseMoney("1'000", 'JPY')).toBe(1000)
  expect(parseMoney('0.07', 'EUR')).toBe(7)
})

it('refuses what is no sum rather than guess', () => {
  for (const typed of ['', '-5', '1.234', 'abc', '1.2.3', '99999999999999999999'])
    expect(parseMoney(typed, 'USD')).toBeNull()
  expect(parseMoney('10.5', 'JPY')).toBeNull()
})

it('writes the code, groups, and all decimals', () => {
  expect(formatMoney(12_840_005, 'USD', 'en')).toBe('USD 128,400.05')
  expect(formatMoney(7, 'CNY', 'zh-CN')).toBe('CNY 0.07')
  expect(formatMoney(1000, 'JPY', 'en')).toBe('JPY 1,000')
})

it('loses nothing on the way there and back', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.constantFrom('USD', 'JPY', 'KWD'), (minor, currency) => {
      expect(parseMoney(toDecimal(minor, currency), currency)).toBe(minor)
    }),
  )
})
