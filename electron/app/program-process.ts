import type { Reply } from '@bridge/errors.ts'
import type { HostCalls, ProgramCalls, ProgramStart } from '../ipc/program-line.ts'
import type { Sender } from '../ipc/sender-check.ts'
import { factId } from '../platform/facts.ts'
import type { Ids } from '../platform/ids.ts'
import { type Line, LineError } from '../platform/line.ts'
import type { Log } from '../platform/log.ts'
import type { ForkProgram } from './program-child.ts'
import { MOST_LOCK_MS, ProgramRun } from './program-run.ts'

/** What the window does for the program; the rest of `HostCalls` is answered here. */
export interface Host extends Omit<HostCalls, 'startWorker' | 'endWorker' | 'closed' | 'rememberKeyFile'> {
  /** A vault that was open is closing, or its process is gone: nothing of it may stay here. */
  locked(): Promise<void>
  /** The program could not be started, twice; `code` is the system's or ours. */
  failed(code: string): void
}

export interface ProgramProcessParts {
  start: Omit<ProgramStart, 'keyFile'>
  host: Host
  fork: ForkProgram
  ids: Ids
  log: Log
}

/**
 * The program, in a process of its own: the store and the keys are there and nowhere else, no work of it holds the window, and a
 * lock ends it, with all that its memory held. Its successor waits at the door at once.
 */
export class ProgramProcess {
  readonly #parts: ProgramProcessParts
  #keyFile: string | undefined
  #run: ProgramRun
  /** Those that have been replaced and have not ended yet. */
  readonly #leaving = new Set<ProgramRun>()
  #failedStarts = 0
  #quitting = false

  constructor(parts: ProgramProcessParts) {
    this.#parts = parts
    this.#run = this.#begin(Promise.resolve())
  }

  async call(sender: Sender, name: unknown, input: unknown): Promise<Reply<unknown>> {
    return this.#ask(({ ask }) => ask.call(sender, name, input)).catch(() => this.#lost())
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

  /** Resolves once no vault is open or being opened, which takes `MOST_LOCK_MS` at most, whatever the program is at. */
  async lock(): Promise<void> {
    await Promise.all([this.#run.lock(), ...[...this.#leaving].map(({ ended }) => ended)])
  }

  /** Locks, and begins no successor. */
  async quit(): Promise<void> {
    this.#quitting = true
    await this.lock()
    await this.#parts.host.locked()
  }

  async #ask<T>(call: (line: Line<ProgramCalls>) => Promise<T>): Promise<T> {
    const run = this.#run
    await run.ready
    return call(run.line)
  }

  /** What is answered where the process ended before it could. */
  #lost(): Reply<never> {
    const incident = this.#parts.ids.next()
    this.#parts.log('CALL_LOST', { incident: factId(incident) })
    return { ok: false, error: { code: 'UNEXPECTED', data: { incident } } }
  }

  #begin(after: Promise<unknown>): ProgramRun {
    const { host, start, fork } = this.#parts
    const run: ProgramRun = new ProgramRun(
      fork(),
      {
        ...host,
        send: (name, payload) => {
          host.send(name, payload)
          if (name === 'vault' && 'state' in payload) this.#follow(run, payload.state === 'unlocked')
        },
        rememberKeyFile: (path) => {
          this.#keyFile = path
        },
        closed: () => {
          this.#succeed(run)
          void run.endAfterLastAnswers()
        },
      },
      (line) => after.then(() => line.ask.start({ ...start, keyFile: this.#keyFile })),
    )
    run.ready.then(
      () => {
        run.isStarted = true
        this.#failedStarts = 0
      },
      (cause: unknown) => this.#retry(run, cause),
    )
    void run.ended.then((code) => this.#bury(run, code))
    return run
  }

  #follow(run: ProgramRun, isOpen: boolean): void {
    const isClosing = run.isOpen && !isOpen
    run.isOpen = isOpen
    if (!isClosing) return
    void this.#parts.host.locked()
    run.endWithin(MOST_LOCK_MS)
    this.#succeed(run)
  }

  /** From now on calls wait for the successor, which starts when `run` has ended and let go of the vault. */
  #succeed(run: ProgramRun): void {
    if (this.#run !== run || this.#quitting) return
    this.#leaving.add(run)
    this.#run = this.#begin(run.ended)
  }

  #retry(run: ProgramRun, cause: unknown): void {
    if (this.#run !== run || this.#quitting) return
    this.#failedStarts += 1
    if (this.#failedStarts > 1) this.#parts.host.failed(cause instanceof LineError ? cause.code : 'FAILED')
    else this.#succeed(run)
  }

  /** A process that ended without having been replaced died; one that never started is tried again elsewhere. */
  #bury(run: ProgramRun, code: number): void {
    this.#leaving.delete(run)
    if (this.#run !== run || this.#quitting || !run.isStarted) return
    this.#parts.log('PROGRAM_DIED', { code })
    this.#run = this.#begin(Promise.resolve())
    this.#parts.host.send('vault', { state: 'locked' })
    void this.#parts.host.locked()
    this.#parts.host.freshPage()
  }
}
