import type { AuthenticityReading, KeptKey } from '@bridge/model/authenticity.ts'
import { mailLimits } from '../mail/limits.ts'
import { MailReaderError } from './ask-mail.ts'
import {
  type FromAuthenticityWorker,
  fromAuthenticityWorker,
  type ToAuthenticityWorker,
} from './authenticity-protocol.ts'
import { piecesOf } from './byte-pieces.ts'
import { WorkerLink } from './worker-link.ts'
import type { StartWorker } from './worker-process.ts'

/** Messages tested in a disposable worker, one at a time. */
export interface AuthenticityTester {
  /** @throws MailReaderError as the reader of messages does */
  test(bytes: Uint8Array, keys: readonly KeptKey[]): Promise<AuthenticityReading>
  /** Ends the worker. What is still being asked rejects. */
  close(): void
}

export function createAuthenticityTester(
  startWorker: StartWorker,
  readMs: number = mailLimits.readMs,
): AuthenticityTester {
  let link: WorkerLink<FromAuthenticityWorker, ToAuthenticityWorker> | null = null
  let before: Promise<unknown> = Promise.resolve()
  const close = (): void => {
    link?.kill()
    link = null
  }
  const exchange = async (bytes: Uint8Array, keys: readonly KeptKey[]): Promise<AuthenticityReading> => {
    link ??= new WorkerLink(startWorker('authenticity-worker'), fromAuthenticityWorker)
    let isFirst = true
    for (const piece of piecesOf(bytes)) {
      link.post(
        isFirst ? { type: 'test', keys: [...keys], sizeBytes: bytes.length, piece } : { type: 'more', piece },
      )
      isFirst = false
      await new Promise(setImmediate)
    }
    const event = await link.next(readMs)
    if (!('said' in event)) {
      close()
      throw new MailReaderError('ended' in event ? event.ended : 'TOOK_TOO_LONG')
    }
    if (event.said.type === 'refused') throw new MailReaderError(event.said.reason)
    return event.said.reading
  }
  return {
    test(bytes, keys) {
      const asked = before.then(() => exchange(bytes, keys))
      before = asked.catch(() => undefined)
      return asked
    },
    close,
  }
}
