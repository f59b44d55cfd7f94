import { PIECE_BYTES } from './mail-protocol.ts'

/** A copy that owns its memory: a structured clone of a view would carry everything behind it along. */
function ownCopy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

/** Cuts bytes into pieces that cross one by one; at least one, which may be empty. */
export function* piecesOf(bytes: Uint8Array): Generator<Uint8Array<ArrayBuffer>, void, undefined> {
  yield ownCopy(bytes.subarray(0, PIECE_BYTES))
  for (let from = PIECE_BYTES; from < bytes.length; from += PIECE_BYTES) {
    yield ownCopy(bytes.subarray(from, from + PIECE_BYTES))
  }
}

/** Puts pieces together again. */
export class PieceCollector {
  readonly #bytes: Buffer
  #length = 0

  constructor(sizeBytes: number, first: Uint8Array) {
    // Memory of its own: a message outlives the pool slab it would share with strangers.
    this.#bytes = Buffer.allocUnsafeSlow(sizeBytes)
    this.add(first)
  }

  /** Takes the next piece. More than was announced is no message any more: then it never becomes complete. */
  add(piece: Uint8Array): void {
    if (this.#length + piece.length <= this.#bytes.length) this.#bytes.set(piece, this.#length)
    this.#length += piece.length
  }

  /** Whether more came than was announced. */
  get isOverrun(): boolean {
    return this.#length > this.#bytes.length
  }

  /** All bytes once they are complete, null before. */
  get complete(): Buffer | null {
    return this.#length === this.#bytes.length ? this.#bytes : null
  }
}
