import type { z } from 'zod'
import type { WorkerProcess } from './worker-process.ts'

/** How a worker ended. */
export type WorkerEnd = 'OUT_OF_MEMORY' | 'READER_FAILED'

/** What a worker did next: said something, ended, or was silent for too long. */
export type WorkerEvent<Said> = { said: Said } | { ended: WorkerEnd } | { silent: true }

/**
 * V8 aborts when its heap is full (SIGABRT; on Windows Chromium's out-of-memory exception); the kernel and our own watch
 * kill. Electron gives the bare number of a signal, Node 128 and more.
 */
const OUT_OF_MEMORY_CODES = new Set([6, 9, 134, 137, -536870904, 3758096392])

/** The main side of a line to one worker: what it says, checked and in order, to be taken one by one. */
export class WorkerLink<Said, Told> {
  readonly #worker: WorkerProcess
  readonly #events: WorkerEvent<Said>[] = []
  #wake: (() => void) | null = null
  #over: Error | null = null
  #deaf = false

  constructor(worker: WorkerProcess, schema: z.ZodType<Said>) {
    this.#worker = worker
    worker.onMessage((raw) => {
      if (this.#deaf) return
      const said = schema.safeParse(raw)
      if (said.success) this.#put({ said: said.data })
      else this.distrust()
    })
    worker.onExit((code) => {
      if (this.#deaf) return
      this.#put({ ended: code !== null && OUT_OF_MEMORY_CODES.has(code) ? 'OUT_OF_MEMORY' : 'READER_FAILED' })
    })
  }

  post(message: Told): void {
    this.#worker.post(message)
  }

  /** Ends the process at once; nothing is heard of it any more. */
  kill(): void {
    this.#deaf = true
    this.#worker.kill()
  }

  /** Ends a process that talks nonsense, for then it has been taken over by what it read. It counts as failed. */
  distrust(): void {
    this.kill()
    this.#put({ ended: 'READER_FAILED' })
  }

  /** Makes `next` throw from now on and ends the process. */
  stop(reason: Error): void {
    this.#over = reason
    this.kill()
    this.#wake?.()
  }

  /** The next event, or `silent` once the time is over. @throws what `stop` was given. */
  async next(timeoutMs?: number): Promise<WorkerEvent<Said>> {
    if (this.#events.length === 0 && !this.#over) await this.#wait(timeoutMs)
    if (this.#over) throw this.#over
    return this.#events.shift() ?? { silent: true }
  }

  #put(event: WorkerEvent<Said>): void {
    this.#events.push(event)
    this.#wake?.()
  }

  #wait(timeoutMs: number | undefined): Promise<void> {
    return new Promise((resolve) => {
      // After a busy stretch of main the answer may lie behind the timer: look once more before calling it silence.
      const timer = timeoutMs === undefined ? undefined : setTimeout(() => setImmediate(wake), timeoutMs)
      const wake = (): void => {
        clearTimeout(timer)
        this.#wake = null
        resolve()
      }
      this.#wake = wake
    })
  }
}
