/** Reads little-endian values one after the other. What lies behind the end is nothing: zero, or fewer octets. */
export class Octets {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  /** The next octets; where they are not all there, what there is. */
  take(count: number): Buffer {
    const piece = this.#bytes.subarray(this.#at, this.#at + Math.max(0, count))
    this.#at += piece.length
    return piece
  }

  /** The next octets and the padding behind them, up to a multiple of four (MS-OXTNEF 2.1.3.4). */
  takePadded(count: number): Buffer {
    const piece = this.take(count)
    this.take((4 - (count % 4)) % 4)
    return piece
  }

  #number(count: 1 | 2 | 4): number {
    const piece = this.take(count)
    return piece.length === count ? piece.readUIntLE(0, count) : 0
  }

  octet(): number {
    return this.#number(1)
  }

  short(): number {
    return this.#number(2)
  }

  long(): number {
    return this.#number(4)
  }
}
