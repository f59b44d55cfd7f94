import { setTimeout as sleep } from 'node:timers/promises'
import type { HostCalls, ProgramCalls } from '../ipc/program-line.ts'
import { type Line, openLine } from '../platform/line.ts'
import type { ProgramChild } from './program-child.ts'

/** A vault that is still open then is closed by the end of its process: what was acknowledged lies on the disk. */
export const MOST_LOCK_MS = 2_000
/** Answers that are on their way when the vault is closed get this long. */
const LAST_ANSWERS_MS = 200

/** What a run is answered by whoever keeps it; workers it has from its process. */
export type RunHost = Omit<HostCalls, 'startWorker' | 'endWorker'>

/** One process of the program, from its start to its end. */
export class ProgramRun {
  readonly line: Line<ProgramCalls>
  /** Resolves once calls are answered; rejects, with a code, where it never comes to that. */
  readonly ready: Promise<void>
  /** The exit code, once the process has ended. */
  readonly ended: Promise<number>
  /** Whether its vault is open, as it last said. */
  isOpen = false
  /** Whether it came to answering calls. */
  isStarted = false
  readonly #child: ProgramChild

  constructor(child: ProgramChild, host: RunHost, start: (line: Line<ProgramCalls>) => Promise<void>) {
    this.#child = child
    this.line = openLine<ProgramCalls>(child, {
      ...host,
      startWorker: (id: number, name: Parameters<HostCalls['startWorker']>[1]) =>
        child.startWorker(id, name, (code) => this.line.tell.workerEnded(id, code)),
      endWorker: (id: number) => child.endWorker(id),
    })
    this.ended = new Promise((resolve) => {
      child.onExit((code) => {
        this.line.cut()
        resolve(code)
      })
    })
    this.ready = start(this.line)
    this.ready.catch(() => child.kill())
  }

  /** Closes the vault, also one that is being opened; ends the process where that takes longer than `MOST_LOCK_MS`. */
  async lock(): Promise<void> {
    await this.ready.catch(() => undefined) // behind every call that waits for the start, too
    const late = sleep(MOST_LOCK_MS, 'late', { ref: false })
    const outcome = await Promise.race([this.line.ask.lock().catch(() => undefined), late])
    if (outcome === 'late') await this.end()
  }

  /** Ends the process after `ms` whatever it is at. */
  endWithin(ms: number): void {
    setTimeout(() => this.#child.kill(), ms).unref()
  }

  async endAfterLastAnswers(): Promise<void> {
    this.endWithin(LAST_ANSWERS_MS)
    await this.line.settled()
    this.#child.kill()
  }

  async end(): Promise<void> {
    this.#child.kill()
    await this.ended
  }
}
