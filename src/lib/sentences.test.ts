import { expect, it } from 'vitest'
import { sentencesOf, stepSentence } from './sentences.ts'

const text = '货已收到。余款 USD 5,000 将于月底支付。\r\n\r\nPlease confirm. Thank you!'
const sentences = sentencesOf(text)
const words = sentences.map(({ start, end }) => text.slice(start, end))

it('finds sentences in both languages and across lines', () => {
  expect(words).toEqual(['货已收到。', '余款 USD 5,000 将于月底支付。', 'Please confirm.', 'Thank you!'])
})

it('walks, extends and stops at the ends', () => {
  const [first, second, third, fourth] = sentences
  if (!first || !second || !third || !fourth) throw new Error('four sentences')
  expect(stepSentence(sentences, null, 1, false)).toEqual(first)
  expect(stepSentence(sentences, first, 1, false)).toEqual(second)
  expect(stepSentence(sentences, second, -1, false)).toEqual(first)
  expect(stepSentence(sentences, second, 1, true)).toEqual({ start: second.start, end: third.end })
  expect(stepSentence(sentences, { start: second.start, end: third.end }, -1, true)).toEqual(second)
  expect(stepSentence(sentences, fourth, 1, false)).toEqual(fourth)
})
