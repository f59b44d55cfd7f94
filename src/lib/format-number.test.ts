import { expect, it } from 'vitest'
import { formatSize } from './format-number.ts'

it('picks the unit a person would', () => {
  expect(formatSize(0, 'en')).toBe('0 bytes')
  expect(formatSize(999, 'en')).toBe('999 bytes')
  expect(formatSize(1_250_000, 'en')).toBe('1.3 MB')
  expect(formatSize(2_000_000_000_000, 'en')).toBe('2,000 GB')
})
