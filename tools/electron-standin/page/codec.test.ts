import { expect, test } from 'vitest'
import { hostCodec } from './codec.ts'

const roundTrip = (value: unknown): unknown => hostCodec.decode(hostCodec.encode(value))

test.each([
  ['nothing', [undefined, null]],
  ['numbers JSON has not', [Number.NaN, Number.POSITIVE_INFINITY, -5n]],
  ['an object that looks like a tag', { t: 'date', v: 5 }],
  ['an array in an object in a map', new Map<unknown, unknown>([[{ a: [1] }, new Set(['x', [2]])]])],
  ['a date', new Date(0)],
  ['Chinese and surrogates', '证据 😀'],
])('%s comes back as it went', (_name, value) => {
  expect(roundTrip(value)).toEqual(value)
})

test('a view on part of a buffer carries that part alone', () => {
  const view = new Uint8Array([1, 2, 3, 4]).subarray(1, 3)
  expect(roundTrip({ view })).toEqual({ view: new Uint8Array([2, 3]) })
})

test('an error keeps its name and message', () => {
  expect(roundTrip(new RangeError('too far'))).toMatchObject({ name: 'RangeError', message: 'too far' })
})

test('a function is refused, as in Electron', () => {
  expect(() => hostCodec.encode({ run: () => {} })).toThrow(/could not be cloned/)
})
