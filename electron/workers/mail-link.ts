import { type FromMailWorker, fromMailWorker, type ToMailWorker } from './mail-protocol.ts'
import { WorkerLink } from './worker-link.ts'
import type { StartWorker } from './worker-process.ts'

export type MailLink = WorkerLink<FromMailWorker, ToMailWorker>

/** Starts a mail worker and opens the line to it. */
export function openMailLink(startWorker: StartWorker): MailLink {
  return new WorkerLink(startWorker('mail-worker'), fromMailWorker)
}
