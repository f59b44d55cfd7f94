import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { strictly } from './strictly.ts'

const inner = z.object({ a: z.string().trim().min(1) })
const schema = strictly(
  z.object({
    one: inner,
    list: z.array(inner.partial()),
    none: inner.nullable(),
    choice: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('x'), n: z.int() }),
      z.object({ kind: z.literal('y') }),
    ]),
  }),
)
const good = { one: { a: ' b ' }, list: [{}], none: null, choice: { kind: 'x', n: 1 } }

test('what fits still fits, and is still trimmed', () => {
  expect(schema.parse(good)).toEqual({ ...good, one: { a: 'b' } })
  expect(schema.safeParse({ ...good, one: { a: ' ' } }).success).toBe(false)
})

const withExtra = (text: string): unknown => JSON.parse(text)
describe('a key that nobody declared is refused', () => {
  test.each([
    ['at the top', { ...good, more: 1 }],
    ['in an object', { ...good, one: { a: 'b', more: 1 } }],
    ['in a list', { ...good, list: [{ a: 'b' }, { more: 1 }] }],
    ['where there may be nothing', { ...good, none: { a: 'b', more: 1 } }],
    ['in a choice', { ...good, choice: { kind: 'y', n: 1 } }],
    ['called __proto__', { ...good, one: withExtra('{"a":"b","__proto__":{"admin":true}}') }],
    ['called constructor', { ...good, one: withExtra('{"a":"b","constructor":{"prototype":{}}}') }],
  ])('%s', (_, input) => {
    expect(schema.safeParse(input).success).toBe(false)
  })
})

test('a kind of schema that is not known cannot slip through', () => {
  expect(() => strictly(z.record(z.string(), z.string()))).toThrow('An input may not be made of record')
  expect(() => strictly(z.object({ x: z.any() }))).toThrow('An input may not be made of any')
})
