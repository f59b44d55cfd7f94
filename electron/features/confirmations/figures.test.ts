import { expect, test } from 'vitest'
import { figuresOf } from './figures.ts'

test.each([
  ['EUR 116,160.00', ['116160']],
  ['116.160,00 EUR', ['116160']],
  ["CHF 116'160.–", ['116160']],
  ['116 160,5 €', ['116160']],
  ['总价183,600.00欧元，每套7,650.00欧元', ['183600', '7650']],
  ['invoice RE-25-1183 of contract OG-25-0417', ['1183', '0417']],
  ['2025年10月17日', []],
  ['20 August 2025 24 sets', []],
  ['on 2025-10-17 at 10:30', []],
  ['12 and 99.50', []],
  ['EUR 2,025.00', ['2025']],
  ['B/L 20250818', ['20250818']],
])('%s', (text, figures) => {
  expect(figuresOf(text)).toEqual(figures)
})
