import type { AuthenticityReading, KeptKey, KeyName } from '@bridge/model/authenticity.ts'
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
  /** The keys that its signatures need. @throws MailReaderError as `test` */
  keyNames(bytes: Uint8Array): Promise<KeyName[]>
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
  const exchange = async (
    bytes: Uint8Array,
    keys: readonly KeptKey[] | null,
  ): Promise<FromAuthenticityWorker> => {
    link ??= new WorkerLink(startWorker('authenticity-worker'), fromAuthenticityWorker)
    let isFirst = true
    for (const piece of piecesOf(bytes)) {
      link.post(
        isFirst
          ? { type: 'test', keys: keys && [...keys], sizeBytes: bytes.length, piece }
          : { type: 'more', piece },
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
    return event.said
  }
  const ask = (bytes: Uint8Array, keys: readonly KeptKey[] | null): Promise<FromAuthenticityWorker> => {
    const asked = before.then(() => exchange(bytes, keys))
    before = asked.catch(() => undefined)
    return asked
  }
  return {
    async test(bytes, keys) {
      const said = await ask(bytes, keys)
      if (said.type !== 'tested') throw new MailReaderError('READER_FAILED')
      return said.reading
    },
    async keyNames(bytes) {
      const said = await ask(bytes, null)
      if (said.type !== 'named') throw new MailReaderError('READER_FAILED')
      return said.keys
    },
    close,
  }
}
