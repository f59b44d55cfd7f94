import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import { DocumentError } from '../document-error.ts'

const incoming = z.object({
  id: z.int().optional(),
  sessionId: z.string().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.unknown().optional(),
})

interface Waiting {
  resolve(result: unknown): void
  reject(error: DocumentError): void
}

type EventListener = (method: string, params: unknown, sessionId: string | undefined) => void

/**
 * The Chrome DevTools Protocol over a pair of pipes: messages of JSON ended by a zero byte. No port is opened, so that
 * nothing else on the machine can drive the browser. An error's text is never passed on: it can hold content.
 */
export class CdpPipe {
  readonly #out: Writable
  readonly #waiting = new Map<number, Waiting>()
  readonly #onEvent: EventListener
  #lastId = 0
  #closed = false
  #parts: Buffer[] = []

  constructor(out: Writable, back: Readable, onEvent: EventListener) {
    this.#out = out
    this.#onEvent = onEvent
    out.on('error', () => this.close())
    back.on('error', () => this.close())
    back.on('data', (chunk: Buffer) => this.#receive(chunk))
  }

  /** Sends a command and resolves to its result. Throws `PRINT_FAILED` when refused, `CHROMIUM_FAILED` when closed. */
  async send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    if (this.#closed) throw new DocumentError('CHROMIUM_FAILED')
    this.#lastId += 1
    const id = this.#lastId
    return await new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  /** Fails everything still waiting, and tells the listener as the protocol would: `Inspector.detached`. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#onEvent('Inspector.detached', {}, undefined)
    for (const { reject } of this.#waiting.values()) reject(new DocumentError('CHROMIUM_FAILED'))
    this.#waiting.clear()
  }

  #receive(chunk: Buffer): void {
    let rest = chunk
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const whole = Buffer.concat([...this.#parts, rest.subarray(0, end)])
      this.#parts = []
      rest = rest.subarray(end + 1)
      this.#dispatch(whole)
    }
    if (rest.length > 0) this.#parts.push(rest)
  }

  #dispatch(whole: Buffer): void {
    const message = incoming.parse(JSON.parse(whole.toString()))
    if (message.id === undefined) {
      if (message.method !== undefined) this.#onEvent(message.method, message.params, message.sessionId)
      return
    }
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.error === undefined) waiting?.resolve(message.result)
    else waiting?.reject(new DocumentError('PRINT_FAILED'))
  }
}
