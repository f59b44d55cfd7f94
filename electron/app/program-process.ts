import { join } from 'node:path'
import type { Reply } from '@bridge/errors.ts'
import { MessageChannelMain, type UtilityProcess, utilityProcess } from 'electron'
import type { HostCalls, ProgramCalls, ProgramStart } from '../ipc/program-line.ts'
import type { Sender } from '../ipc/sender-check.ts'
import { type Line, openLine } from '../platform/line.ts'
import { startUtilityWorker } from './utility-worker.ts'

/** What the window does for the program; the rest of `HostCalls` is answered here. */
export interface Host extends Omit<HostCalls, 'startWorker' | 'endWorker' | 'closed' | 'rememberKeyFile'> {
  /** The program cannot be started at all. */
  failed(): void
}

/** A vault that is still open then is closed by the end of its process: what was acknowledged lies on the disk. */
const MOST_LOCK_MS = 2_000
/** Answers that are on their way when the vault is closed get this long. */
const LAST_ANSWERS_MS = 200

const LOST: Reply<never> = { ok: false, error: { code: 'UNEXPECTED', data: { incident: 'program-process' } } }

/**
 * The program, in a process of its own: the store and the keys are there and nowhere else, no work of it holds the window, and a
 * lock ends it, with all that its memory held. Its successor waits at the door at once.
 */
export class ProgramProcess {
  readonly #start: Omit<ProgramStart, 'keyFile'>
  readonly #host: Host
  #keyFile: string | undefined
  #run: Run
  #quitting = false

  constructor(start: Omit<ProgramStart, 'keyFile'>, host: Host) {
    this.#start = start
    this.#host = host
    this.#run = this.#begin(Promise.resolve())
  }

  get isOpen(): boolean {
    return this.#run.isOpen
  }

  call(sender: Sender, name: unknown, input: unknown): Promise<Reply<unknown>> {
    return this.#ask(({ ask }) => ask.call(sender, name, input)).catch(() => LOST)
  }

  drop(sender: Sender, paths: unknown): Promise<{ token: string | null }> {
    return this.#ask(({ ask }) => ask.drop(sender, paths)).catch(() => ({ token: null }))
  }

  /** Rejects while the vault is locked. */
  mailBody(messageId: string): Promise<string | null> {
    return this.#ask(({ ask }) => ask.mailBody(messageId))
  }

  stillHere(): void {
    this.#run.line.tell.stillHere()
  }

  idleSeconds(seconds: number): void {
    this.#run.line.tell.idleSeconds(seconds)
  }

  /** Resolves once the vault is closed, which takes no longer than `MOST_LOCK_MS` whatever the program is at. */
  async lock(): Promise<void> {
    const run = this.#run
    if (!run.isOpen) return
    run.line.ask.lock().catch(() => undefined)
    run.endSoon(MOST_LOCK_MS)
    await run.ended
  }

  /** Locks, and begins no successor. */
  quit(): Promise<void> {
    this.#quitting = true
    return this.lock()
  }

  async #ask<T>(call: (line: Line<ProgramCalls>) => Promise<T>): Promise<T> {
    const run = this.#run
    await run.ready
    return call(run.line)
  }

  #begin(after: Promise<void>): Run {
    const run: Run = new Run(
      {
        ...this.#host,
        send: (name, payload) => {
          this.#host.send(name, payload)
          if (name === 'vault' && 'state' in payload) this.#follow(run, payload.state === 'unlocked')
        },
        rememberKeyFile: (path) => {
          this.#keyFile = path
        },
      },
      (line) => after.then(() => line.ask.start({ ...this.#start, keyFile: this.#keyFile })),
    )
    void run.ended.then(() => this.#bury(run))
    return run
  }

  #follow(run: Run, isOpen: boolean): void {
    const isClosing = run.isOpen && !isOpen
    run.isOpen = isOpen
    if (!isClosing || this.#quitting) return
    run.endSoon(MOST_LOCK_MS)
    // From now on calls wait for the successor, which starts when this one has ended and let go of the vault.
    this.#run = this.#begin(run.ended)
  }

  /** A process that ended without having been replaced died. */
  #bury(run: Run): void {
    if (this.#run !== run || this.#quitting) return
    if (!run.isStarted) {
      this.#host.failed()
      return
    }
    this.#run = this.#begin(run.ended)
    this.#host.send('vault', { state: 'locked' })
    this.#host.freshPage()
  }
}

/** One process of the program, from its start to its end. */
class Run {
  readonly line: Line<ProgramCalls>
  /** Resolves once calls are answered; rejects where the process ended before. */
  readonly ready: Promise<void>
  readonly ended: Promise<void>
  /** Whether its vault is open. */
  isOpen = false
  isStarted = false
  readonly #process: UtilityProcess
  readonly #workers = new Map<number, ReturnType<typeof startUtilityWorker>>()

  constructor(
    host: Omit<HostCalls, 'startWorker' | 'endWorker' | 'closed'>,
    start: (line: Line<ProgramCalls>) => Promise<void>,
  ) {
    this.#process = utilityProcess.fork(join(import.meta.dirname, 'program-process.js'), [], {
      serviceName: 'Redchop program',
      stdio: 'inherit',
    })
    this.line = openLine<ProgramCalls>(
      {
        post: (message) => this.#process.postMessage(message),
        onMessage: (listener) => void this.#process.on('message', listener),
      },
      {
        ...host,
        startWorker: (id: number, name: Parameters<HostCalls['startWorker']>[1]) =>
          this.#startWorker(id, name),
        endWorker: (id: number) => this.#workers.get(id)?.kill(),
        closed: () => this.#endAfterLastAnswers(),
      },
    )
    this.ended = new Promise((resolve) => {
      this.#process.once('exit', () => {
        for (const worker of this.#workers.values()) worker.kill()
        this.line.cut()
        resolve()
      })
    })
    this.ready = start(this.line).then(() => {
      this.isStarted = true
    })
    this.ready.catch(() => this.#process.kill())
  }

  endSoon(ms: number): void {
    setTimeout(() => this.#process.kill(), ms).unref()
  }

  async #endAfterLastAnswers(): Promise<void> {
    this.endSoon(LAST_ANSWERS_MS)
    await this.line.settled()
    this.#process.kill()
  }

  #startWorker(id: number, name: Parameters<HostCalls['startWorker']>[1]): void {
    const { port1, port2 } = new MessageChannelMain()
    const worker = startUtilityWorker(name, port2)
    this.#workers.set(id, worker)
    worker.onExit((code) => {
      this.#workers.delete(id)
      this.line.tell.workerEnded(id, code)
    })
    this.#process.postMessage({ worker: id }, [port1])
  }
}
