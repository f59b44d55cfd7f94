import type { StartWorker } from '../../workers/worker-process.ts'
import { DocumentError } from '../document-error.ts'
import { type BundleReply, type BundleRequest, bundleReply } from './bundle-messages.ts'
import type { BundlePlan } from './bundle-plan.ts'
import type { Opened } from './compose-bundle.ts'
import type { Fonts } from './fonts.ts'
import type { PartKind, PartProblem } from './open-part.ts'

/** One bundle in the making, in a process of its own. */
export interface BundleSession {
  open(part: number, kind: PartKind, bytes: Uint8Array): Promise<Opened | { problem: PartProblem }>
  discard(part: number): void
  compose(plan: BundlePlan, onPages: (done: number, total: number) => void): Promise<Uint8Array>
  /** Ends the process, finished or not. */
  close(): void
}

export interface BundleComposer {
  /**
   * Starts a worker. Every call of the session rejects with the signal's reason once it aborts, the worker being killed,
   * and with `BUNDLE_WORKER_FAILED` where the worker ends or fails by itself.
   */
  start(signal?: AbortSignal): BundleSession
}

export function createBundleComposer(startWorker: StartWorker, fonts: Fonts): BundleComposer {
  return { start: (signal) => startSession(startWorker, fonts, signal) }
}

function startSession(
  startWorker: StartWorker,
  fonts: Fonts,
  signal: AbortSignal | undefined,
): BundleSession {
  signal?.throwIfAborted()
  const worker = startWorker('bundle-worker')
  let ended: unknown = null
  let waiting: { resolve(reply: BundleReply): void; reject(reason: unknown): void } | null = null
  let onPages: (done: number, total: number) => void = () => undefined

  const end = (reason: unknown) => {
    ended ??= reason
    waiting?.reject(ended)
    waiting = null
  }
  const cancel = () => {
    end(signal?.reason)
    worker.kill()
  }
  signal?.addEventListener('abort', cancel, { once: true })
  worker.onExit(() => end(new DocumentError('BUNDLE_WORKER_FAILED')))
  worker.onMessage((message) => {
    const { data: reply = { type: 'failed' } } = bundleReply.safeParse(message)
    if (reply.type === 'progress') {
      onPages(reply.done, reply.total)
      return
    }
    if (reply.type === 'failed') end(new DocumentError('BUNDLE_WORKER_FAILED'))
    waiting?.resolve(reply)
    waiting = null
  })

  const ask = async (request: BundleRequest): Promise<BundleReply> => {
    if (ended !== null) throw ended
    return await new Promise((resolve, reject) => {
      waiting = { resolve, reject }
      worker.post(request)
    })
  }
  return {
    async open(part, kind, bytes) {
      const reply = await ask({ type: 'open', part, kind, bytes })
      if (reply.type === 'opened') return { pageCount: reply.pageCount }
      if (reply.type === 'refused') return { problem: reply.problem }
      throw new DocumentError('BUNDLE_WORKER_FAILED')
    },
    discard: (part) => worker.post({ type: 'discard', part }),
    async compose(plan, listener) {
      onPages = listener
      const reply = await ask({ type: 'compose', plan, fonts })
      if (reply.type !== 'composed') throw new DocumentError('BUNDLE_WORKER_FAILED')
      return reply.bytes
    },
    close() {
      signal?.removeEventListener('abort', cancel)
      end(new DocumentError('BUNDLE_WORKER_FAILED'))
      worker.kill()
    },
  }
}
