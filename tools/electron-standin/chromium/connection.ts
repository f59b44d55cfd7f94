import { EventEmitter } from 'node:events'
import type { Protocol } from './protocol.ts'

type Method = keyof Protocol.CommandParameters
type EventName = keyof Protocol.Events

interface Answer {
  id?: number
  method?: string
  params?: unknown
  sessionId?: string
  result?: unknown
  error?: { message: string }
}

interface Waiting {
  method: string
  resolve(result: unknown): void
  reject(error: Error): void
}

/** One conversation with a browser or, through `session`, with one of its pages. */
export interface CdpSession {
  /** Rejects with the method's name and Chromium's reason; also when the browser goes away first. */
  send<M extends Method>(
    method: M,
    params?: Protocol.CommandParameters[M],
  ): Promise<Protocol.CommandReturnValues[M]>
  on<E extends EventName>(event: E, listener: (payload: Protocol.Events[E]) => void): void
}

/** The DevTools protocol over any transport that carries whole messages. */
export class CdpConnection implements CdpSession {
  readonly #transmit: (text: string) => void
  readonly #events = new EventEmitter().setMaxListeners(0)
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #closed = false

  constructor(transmit: (text: string) => void) {
    this.#transmit = transmit
  }

  receive(text: string): void {
    const answer: Answer = JSON.parse(text)
    if (answer.id === undefined) {
      this.#events.emit(`${answer.sessionId ?? ''}:${answer.method}`, answer.params)
      return
    }
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (answer.error) waiting?.reject(new Error(`${waiting.method}: ${answer.error.message}`))
    else waiting?.resolve(answer.result)
  }

  send<M extends Method>(
    method: M,
    params?: Protocol.CommandParameters[M],
    sessionId?: string,
  ): Promise<Protocol.CommandReturnValues[M]> {
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new Error(`${method}: the browser is gone`))
      this.#waiting.set(id, { method, reject, resolve: resolve as (result: unknown) => void })
      this.#transmit(JSON.stringify({ id, method, params, sessionId }))
    })
  }

  on<E extends EventName>(event: E, listener: (payload: Protocol.Events[E]) => void, sessionId = ''): void {
    this.#events.on(`${sessionId}:${event}`, listener)
  }

  session(sessionId: string): CdpSession {
    return {
      send: (method, params) => this.send(method, params, sessionId),
      on: (event, listener) => this.on(event, listener, sessionId),
    }
  }

  /** Nothing will answer any more: whoever still waits is told so. */
  close(): void {
    this.#closed = true
    for (const { method, reject } of this.#waiting.values())
      reject(new Error(`${method}: the browser is gone`))
    this.#waiting.clear()
  }
}
