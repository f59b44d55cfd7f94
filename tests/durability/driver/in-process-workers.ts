import { serveVault } from '../../../electron/vault/backup/serve-vault.ts'
import { serveMail } from '../../../electron/workers/serve-mail.ts'
import type { StartWorker, WorkerProcess } from '../../../electron/workers/worker-process.ts'

/** What stands for a typeset bundle: how it looks is nobody's business here, that it lies on the disk is. */
export const CANNED_PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(24_000, 'redchop ')])

type Listener = (message: unknown) => void

/**
 * Workers without processes of their own, so that a trial starts one process and not three. Mail is read by the real
 * reader; a bundle is `CANNED_PDF`, for typesetting writes nothing.
 */
export const startInProcessWorker: StartWorker = (name) => {
  const listeners: Listener[] = []
  let told: Listener = () => undefined
  let alive = true
  const reply: Listener = (message) => {
    const sent: unknown = structuredClone(message)
    setImmediate(() => {
      if (alive) for (const listener of listeners) listener(sent)
    })
  }
  if (name === 'mail-worker')
    serveMail(
      {
        post: reply,
        sent: () => Promise.resolve(),
        onMessage(listener) {
          told = (message) => void listener(message)
        },
      },
      () => undefined,
    )
  else if (name === 'vault-worker') told = serveVault(reply)
  else told = answerBundle(reply)
  return {
    post: (message) => setImmediate(() => alive && told(message)),
    onMessage: (listener) => void listeners.push(listener),
    onExit: () => undefined,
    kill() {
      alive = false
    },
  } satisfies WorkerProcess
}

const answerBundle =
  (reply: Listener): Listener =>
  (message) => {
    const type: unknown = typeof message === 'object' && message !== null && Reflect.get(message, 'type')
    if (type === 'open') reply({ type: 'opened', pageCount: 1 })
    if (type === 'compose') reply({ type: 'composed', bytes: CANNED_PDF })
  }
