const FIRST_CAPACITY = 256 * 1024

/** The stretch of a stream that is still needed: grows at the end, is taken from the front, copies each octet about twice. */
export class ByteWindow {
  #buffer = Buffer.allocUnsafe(FIRST_CAPACITY)
  #start = 0
  #end = 0
  /** Where in the stream the window starts, octets. */
  offset = 0

  /** What is in the window now; valid until the next `append` or `take`. */
  get bytes(): Buffer {
    return this.#buffer.subarray(this.#start, this.#end)
  }

  append(chunk: Uint8Array): void {
    const size = this.#end - this.#start
    if (this.#end + chunk.length > this.#buffer.length) {
      const needed = size + chunk.length
      const target = needed * 2 > this.#buffer.length ? Buffer.allocUnsafe(needed * 2) : this.#buffer
      this.#buffer.copy(target, 0, this.#start, this.#end)
      this.#buffer = target
      this.#start = 0
      this.#end = size
    }
    this.#buffer.set(chunk, this.#end)
    this.#end += chunk.length
  }

  /** Removes octets from the front and gives them to the caller for keeps. */
  take(count: number): Buffer {
    const taken = Buffer.from(this.#buffer.subarray(this.#start, this.#start + count))
    this.#start += count
    this.offset += count
    const size = this.#end - this.#start
    if (this.#buffer.length > FIRST_CAPACITY && size * 8 < this.#buffer.length) {
      const smaller = Buffer.allocUnsafe(Math.max(FIRST_CAPACITY, size * 2))
      this.#buffer.copy(smaller, 0, this.#start, this.#end)
      this.#buffer = smaller
      this.#start = 0
      this.#end = size
    }
    return taken
  }
}
