import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutAt, passageOf } from './passages.ts'

describe('passageOf', () => {
  it('leaves blanks out and counts in UTF-16 units, as main does', () => {
    const text = '😀\r\n  我方确认欠款 USD 5,000。 '
    const passage = passageOf(text, 2, text.length)
    expect(passage).toEqual({ start: 6, quote: '我方确认欠款 USD 5,000。' })
    expect(text.startsWith(passage?.quote ?? '?', passage?.start)).toBe(true)
  })

  it('offers nothing for blanks or for more than a statement may quote', () => {
    expect(passageOf('a \n b', 1, 4)).toBeNull()
    expect(passageOf('x'.repeat(10_001), 0, 10_001)).toBeNull()
  })
})

describe('cutAt', () => {
  it('never loses or doubles a character, whatever is marked', () => {
    const mark = fc.record({
      quote: fc.string({ minLength: 1, maxLength: 5 }),
      quoteStart: fc.option(fc.nat(40)),
    })
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(mark), (text, marks) => {
        expect(
          cutAt(text, marks)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  it('marks passages where they stand and leaves overlapping ones out', () => {
    const marks = [
      { quote: 'cde', quoteStart: 2 },
      { quote: 'ef', quoteStart: 4 },
      { quote: 'zz', quoteStart: 6 },
    ]
    expect(cutAt('abcdefgh', marks).map(({ text, mark }) => [text, mark !== undefined])).toEqual([
      ['ab', false],
      ['cde', true],
      ['fgh', false],
    ])
  })
})
