import { type WorkerEvent, WorkerLink } from '../../workers/worker-link.ts'
import type { StartWorker } from '../../workers/worker-process.ts'
import { DocumentError } from '../document-error.ts'
import { type BundleReply, type BundleRequest, bundleReply } from './bundle-messages.ts'
import type { BundlePlan } from './bundle-plan.ts'
import type { Opened } from './compose-bundle.ts'
import type { Fonts } from './fonts.ts'
import type { PartKind, PartProblem } from './open-part.ts'

/** Why a file has no pages in the bundle; `TOO_COSTLY` where its opening took too long or broke the worker. */
export type OpenProblem = PartProblem | 'TOO_COSTLY'

/** One bundle in the making, in a process of its own. */
export interface BundleSession {
  open(part: number, kind: PartKind, bytes: Uint8Array): Promise<Opened | { problem: OpenProblem }>
  discard(part: number): void
  compose(plan: BundlePlan, onPages: (done: number, total: number) => void): Promise<Uint8Array>
  /** Ends the process, finished or not. */
  close(): void
}

export interface BundleComposer {
  /**
   * Starts a worker. Every call of the session rejects with the signal's reason once it aborts, the worker being killed,
   * and with `BUNDLE_WORKER_FAILED` where the worker ends or fails by itself, but for a foreign file that broke it.
   */
  start(signal?: AbortSignal): BundleSession
}

/** A file of hundreds of megabytes opens in seconds; what takes longer than this is made to take long. */
const OPEN_MS = 60_000

/** @param openMs What the opening of one foreign file may take, milliseconds. */
export function createBundleComposer(
  startWorker: StartWorker,
  fonts: Fonts,
  openMs: number = OPEN_MS,
): BundleComposer {
  return { start: (signal) => new Session(startWorker, fonts, openMs, signal) }
}

type Reply = WorkerEvent<BundleReply>
type Part = Extract<BundleRequest, { type: 'open' }>

class Session implements BundleSession {
  readonly #startWorker: StartWorker
  readonly #fonts: Fonts
  readonly #openMs: number
  readonly #signal: AbortSignal | undefined
  /** What the worker holds, in order: one that takes its place is given it all again. */
  readonly #opened = new Map<number, Part>()
  #link: WorkerLink<BundleReply, BundleRequest>

  constructor(startWorker: StartWorker, fonts: Fonts, openMs: number, signal: AbortSignal | undefined) {
    signal?.throwIfAborted()
    this.#startWorker = startWorker
    this.#fonts = fonts
    this.#openMs = openMs
    this.#signal = signal
    this.#link = this.#start()
    signal?.addEventListener('abort', this.#cancel, { once: true })
  }

  async open(number: number, kind: PartKind, bytes: Uint8Array): Promise<Opened | { problem: OpenProblem }> {
    const part: Part = { type: 'open', part: number, kind, bytes }
    const reply = await this.#ask(part)
    if ('said' in reply && reply.said.type === 'refused') return { problem: reply.said.problem }
    if ('said' in reply && reply.said.type === 'opened') {
      this.#opened.set(number, part)
      return { pageCount: reply.said.pageCount }
    }
    // Our own prints are no foreign files: where one of them breaks the worker, nothing would become of the bundle.
    if ('said' in reply || kind === 'print') throw new DocumentError('BUNDLE_WORKER_FAILED')
    await this.#replaceWorker()
    return { problem: 'TOO_COSTLY' }
  }

  discard(part: number): void {
    this.#opened.delete(part)
    this.#link.post({ type: 'discard', part })
  }

  async compose(plan: BundlePlan, onPages: (done: number, total: number) => void): Promise<Uint8Array> {
    this.#link.post({ type: 'compose', plan, fonts: this.#fonts })
    for (;;) {
      const reply = await this.#link.next()
      if ('said' in reply && reply.said.type === 'composed') return reply.said.bytes
      if (!('said' in reply) || reply.said.type !== 'progress')
        throw new DocumentError('BUNDLE_WORKER_FAILED')
      onPages(reply.said.done, reply.said.total)
    }
  }

  close(): void {
    this.#signal?.removeEventListener('abort', this.#cancel)
    this.#link.stop(new DocumentError('BUNDLE_WORKER_FAILED'))
  }

  #start(): WorkerLink<BundleReply, BundleRequest> {
    return new WorkerLink(this.#startWorker('bundle-worker'), bundleReply)
  }

  readonly #cancel = (): void => {
    const reason: unknown = this.#signal?.reason
    this.#link.stop(reason instanceof Error ? reason : new Error('Stopped'))
  }

  async #ask(part: Part): Promise<Reply> {
    this.#link.post(part)
    return await this.#link.next(part.kind === 'print' ? undefined : this.#openMs)
  }

  async #replaceWorker(): Promise<void> {
    this.#signal?.throwIfAborted()
    this.#link.kill()
    this.#link = this.#start()
    for (const part of this.#opened.values()) {
      const reply = await this.#ask(part)
      if (!('said' in reply) || reply.said.type !== 'opened') throw new DocumentError('BUNDLE_WORKER_FAILED')
    }
  }
}
