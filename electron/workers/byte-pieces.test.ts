import { expect, test } from 'vitest'
import { PieceCollector, piecesOf } from './byte-pieces.ts'
import { PIECE_BYTES } from './mail-protocol.ts'

const bytes = (length: number) => Buffer.alloc(length).map((_, n) => n % 251)

test.each([0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES])(
  '%i bytes come together again',
  (length) => {
    const whole = bytes(length)
    const [first, ...rest] = [...piecesOf(whole)]
    if (!first) throw new Error('no piece')
    const collector = new PieceCollector(length, first)
    for (const piece of rest) {
      expect(collector.complete).toBeNull()
      collector.add(piece)
    }
    expect(collector.complete?.equals(whole)).toBe(true)
  },
)

test('a piece carries nothing of what lies around it, and no more than it may', () => {
  const inside = bytes(2 * PIECE_BYTES).subarray(10, PIECE_BYTES + 20)
  for (const piece of piecesOf(inside)) {
    expect(piece.buffer.byteLength).toBe(piece.length)
    expect(piece.length).toBeLessThanOrEqual(PIECE_BYTES)
  }
})

test('more than was announced never becomes complete', () => {
  const collector = new PieceCollector(3, bytes(2))
  collector.add(bytes(2))
  expect(collector.complete).toBeNull()
})
