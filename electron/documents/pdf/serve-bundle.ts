import { type BundleReply, type BundleRequest, bundleRequest } from './bundle-messages.ts'
import { draftBundle } from './compose-bundle.ts'

/** At most this often, progress is told: ten times a second. */
const progressEveryMs = 100

/**
 * The inside of the bundle worker: one draft, requests answered one after the other through `reply`. The returned
 * function takes the next request.
 */
export function serveBundle(reply: (message: BundleReply) => void): (message: unknown) => void {
  const draft = draftBundle()
  let queue: Promise<void> = Promise.resolve()

  const answer = async (request: BundleRequest): Promise<void> => {
    const bundle = await draft
    if (request.type === 'discard') bundle.discard(request.part)
    if (request.type === 'open') {
      const opened = await bundle.open(request.part, request.kind, request.bytes)
      reply('problem' in opened ? { type: 'refused', ...opened } : { type: 'opened', ...opened })
    }
    if (request.type === 'compose') {
      const bytes = await bundle.compose(request.plan, request.fonts, atMostEvery(progressEveryMs, reply))
      reply({ type: 'composed', bytes })
    }
  }
  return (message) => {
    queue = queue.then(() => answer(bundleRequest.parse(message))).catch(() => reply({ type: 'failed' }))
  }
}

function atMostEvery(
  ms: number,
  reply: (message: BundleReply) => void,
): (done: number, total: number) => void {
  let last = Number.NEGATIVE_INFINITY
  return (done, total) => {
    const now = performance.now()
    if (now - last < ms && done < total) return
    last = now
    reply({ type: 'progress', done, total })
  }
}
