import { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import { deserialize, serialize } from 'node:v8'

const HEADER_BYTES = 4

/** A message port as a process has it that was handed one: structured clones, in frames, over a socket of its own. */
export class MessagePort extends EventEmitter {
  readonly #socket: Socket
  #chunks: Buffer[] = []
  #bytes = 0

  constructor(socket: Socket) {
    super()
    this.#socket = socket
    socket.on('data', (chunk) => this.#take(chunk))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.emit('close'))
    socket.pause()
  }

  /** Throws, as Electron does, for what cannot be cloned. */
  postMessage(message: unknown): void {
    const body = serialize(structuredClone(message))
    const header = Buffer.alloc(HEADER_BYTES)
    header.writeUInt32LE(body.length)
    if (this.#socket.writable) this.#socket.write(Buffer.concat([header, body]))
  }

  /** Nothing is heard before this. */
  start(): void {
    this.#socket.resume()
  }

  close(): void {
    this.#socket.end()
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#bytes += chunk.length
    for (let body = this.#next(); body; body = this.#next())
      this.emit('message', { data: deserialize(body), ports: [] })
  }

  /** The next whole message; undefined while it is still on its way. Chunks are put together once, when all have come. */
  #next(): Buffer | undefined {
    if (this.#bytes < HEADER_BYTES) return undefined
    if ((this.#chunks[0]?.length ?? 0) < HEADER_BYTES) this.#chunks = [Buffer.concat(this.#chunks)]
    const end = HEADER_BYTES + (this.#chunks[0]?.readUInt32LE(0) ?? 0)
    if (this.#bytes < end) return undefined
    const whole = Buffer.concat(this.#chunks)
    this.#bytes -= end
    this.#chunks = this.#bytes > 0 ? [whole.subarray(end)] : []
    return whole.subarray(HEADER_BYTES, end)
  }
}
