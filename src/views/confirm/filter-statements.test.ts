import type { Statement, StatementState } from '@bridge/model/statement.ts'
import { expect, it } from 'vitest'
import { filterStatements, nextOpen } from './filter-statements.ts'

const statement = (id: string, state: StatementState, quote = ''): Statement => ({
  id,
  kind: 'debt',
  channel: 'wechat',
  quote,
  quoteStart: null,
  speaker: 'Mr. Lin',
  saidOn: null,
  askedOn: null,
  state,
  message: null,
  answers: [],
  createdAt: '2026-01-01T00:00:00Z',
})

const [a, b, c, d] = [
  statement('a', 'asked'),
  statement('b', 'confirmed', '余款 5,000'),
  statement('c', 'denied'),
  statement('d', 'unconfirmed'),
]

it('goes on to the next open statement, around the end, and never stays where it is', () => {
  expect(nextOpen([a, b, c, d], b)).toBe(d)
  expect(nextOpen([a, b, c, d], d)).toBe(a)
  expect(nextOpen([b, c, d], d)).toBeUndefined()
})

it('finds every word, in words, speaker or message', () => {
  expect(filterStatements([a, b, c, d], { state: 'all', search: '余款 lin' })).toEqual([b])
  expect(filterStatements([a, b, c, d], { state: 'denied', search: '' })).toEqual([c])
})
