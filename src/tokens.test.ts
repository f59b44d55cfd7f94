import { describe, expect, it } from 'vitest'
import { contrast } from './lib/contrast.ts'
import { dark, EDGE_PAIRS, light, TEXT_PAIRS } from './tokens.ts'

describe('contrast', () => {
  it('measures what WCAG measures', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })
})

describe.each([
  ['light', light],
  ['dark', dark],
])('%s theme', (_name, palette) => {
  it.each(TEXT_PAIRS)('text %s is legible on %s', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5)
  })
  it.each(EDGE_PAIRS)('edge %s is visible on %s', (edge, ground) => {
    expect(contrast(palette[edge], palette[ground])).toBeGreaterThanOrEqual(3)
  })
})
