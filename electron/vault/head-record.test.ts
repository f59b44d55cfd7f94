import { expect, test } from 'vitest'
import { type HeadRecord, RECORD_BYTES, readHeads, sealHead } from './head-record.ts'

const key = Buffer.alloc(32, 7)
const record = (seq: number): HeadRecord => ({
  v: 1,
  seq,
  hash: 'ab'.repeat(32),
  root: null,
  at: '2026-03-02T08:30:00.000Z',
})
const one = sealHead(record(7), key)

test('a record is one sector, and reads back as it was written', () => {
  expect(one).toHaveLength(RECORD_BYTES)
  expect(one.toString()).toMatch(/^\{"at":.*\} +\n$/)
  expect(readHeads(one, key)).toEqual({ newest: record(7), damaged: false })
  const rooted = { ...record(Number.MAX_SAFE_INTEGER), root: 'cd'.repeat(32) }
  expect(readHeads(sealHead(rooted, key), key).newest).toEqual(rooted)
})

test('any single flipped bit of a record, padding and line feed as well, is damage', () => {
  for (let bit = 0; bit < RECORD_BYTES * 8; bit += 1) {
    const flipped = Buffer.from(one)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(readHeads(flipped, key)).toEqual({ newest: undefined, damaged: true })
  }
})

test('the key of another vault opens nothing', () => {
  expect(readHeads(one, Buffer.alloc(32, 8))).toEqual({ newest: undefined, damaged: true })
})

test('zeros behind the records are room; zeros between them, a piece and nothing at all are damage', () => {
  const [two, room] = [sealHead(record(8), key), Buffer.alloc(3 * RECORD_BYTES)]
  expect(readHeads(Buffer.concat([one, two, room]), key)).toEqual({ newest: record(8), damaged: false })
  expect(readHeads(Buffer.concat([one, room, two]), key)).toEqual({ newest: record(8), damaged: true })
  expect(readHeads(Buffer.concat([one, two.subarray(0, 100)]), key)).toEqual({
    newest: record(7),
    damaged: true,
  })
  expect(readHeads(Buffer.alloc(0), key)).toEqual({ newest: undefined, damaged: true })
  expect(readHeads(room, key)).toEqual({ newest: undefined, damaged: true })
})
