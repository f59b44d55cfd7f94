import fc from 'fast-check'
import { expect, it } from 'vitest'
import { excerptOf } from './excerpt.ts'

const joined = ({ before, passage, after }: ReturnType<typeof excerptOf>): string => before + passage + after

it('shows the passage with what stands around it, as one stretch of the text', () => {
  const text = `${'word '.repeat(200)}WE CONFIRM${' tail'.repeat(200)}`
  const excerpt = excerptOf(text, 'WE CONFIRM', false)
  expect(excerpt.passage).toBe('WE CONFIRM')
  expect(excerpt.cutStart && excerpt.cutEnd).toBe(true)
  expect(text).toContain(joined(excerpt))
  expect(joined(excerpt).length).toBeLessThan(510)
})

it('shows all of it when asked to, and the opening where there is no passage', () => {
  const text = '确认收货。'.repeat(300)
  expect(joined(excerptOf(text, '', true))).toBe(text)
  expect(joined(excerptOf(text, '', false)).length).toBeLessThanOrEqual(480)
})

it('never leaves the text, wherever the passage is', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 900 }), fc.nat(900), fc.nat(50), (text, at, length) => {
      const passage = text.slice(at, at + length)
      const excerpt = excerptOf(text, passage, false)
      expect(text).toContain(joined(excerpt))
      expect(excerpt.passage).toBe(passage)
    }),
  )
})
