import type { HandedPort } from './parent-port.ts'
import type { StartWorker, WorkerName, WorkerProcess } from './worker-process.ts'

/** What starts and ends processes for one that may not. */
export interface WorkerHost {
  startWorker(id: number, name: WorkerName): void
  endWorker(id: number): void
}

/**
 * Workers of a process that cannot start any itself: another one starts them and hands over a port to each, so that what is said
 * goes from process to process and through no third.
 */
export function createLinedWorkers(host: WorkerHost) {
  const known = new Map<number, LinedWorker>()
  let lastId = 0
  const start: StartWorker = (name) => {
    lastId += 1
    const id = lastId
    const worker = new LinedWorker(() => host.endWorker(id))
    known.set(id, worker)
    host.startWorker(id, name)
    return worker
  }
  return {
    start,
    arrived: (id: number, port: HandedPort): void => known.get(id)?.connect(port),
    ended(id: number, code: number | null): void {
      known.get(id)?.end(code)
      known.delete(id)
    },
  }
}

class LinedWorker implements WorkerProcess {
  readonly kill: () => void
  readonly #listeners: ((message: unknown) => void)[] = []
  readonly #exitListeners: ((code: number | null) => void)[] = []
  #port: HandedPort | undefined
  #unsent: unknown[] = []
  #ended: { code: number | null } | undefined

  constructor(kill: () => void) {
    this.kill = kill
  }

  post(message: unknown): void {
    if (this.#port) this.#port.postMessage(message)
    else this.#unsent.push(message)
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#listeners.push(listener)
  }

  onExit(listener: (code: number | null) => void): void {
    this.#exitListeners.push(listener)
  }

  connect(port: HandedPort): void {
    this.#port = port
    port.on('message', ({ data }) => {
      for (const listener of this.#listeners) listener(data)
    })
    port.on('close', () => {
      this.#port = undefined
      this.#tellEnd()
    })
    port.start()
    for (const message of this.#unsent) port.postMessage(message)
    this.#unsent = []
  }

  /** Told another way than what the process said last, and perhaps sooner: that is heard first. */
  end(code: number | null): void {
    this.#ended = { code }
    this.#tellEnd()
  }

  #tellEnd(): void {
    if (!this.#ended || this.#port) return
    for (const listener of this.#exitListeners) listener(this.#ended.code)
  }
}
