import type { ChatOptions } from '@bridge/model/chat.ts'
import { MailReaderError } from './ask-mail.ts'
import { piecesOf } from './byte-pieces.ts'
import { type MailLink, openMailLink } from './mail-link.ts'
import type { FromMailWorker } from './mail-protocol.ts'
import type { StartWorker } from './worker-process.ts'

export type ChatItems = Extract<FromMailWorker, { type: 'chatLines' }>['items']

/**
 * The lines of an export in order, some hundreds at a time, read in a worker of its own: a long chat keeps nobody who wants to read a
 * message waiting. The worker reads on when the next are asked for.
 * @throws MailReaderError; the signal's reason
 */
export async function* askChatLines(
  startWorker: StartWorker,
  readMs: number,
  { bytes, options, signal }: { bytes: Uint8Array; options: ChatOptions; signal: AbortSignal },
): AsyncGenerator<ChatItems> {
  signal.throwIfAborted()
  const link = openMailLink(startWorker)
  const stop = (): void => link.stop(signal.reason instanceof Error ? signal.reason : new Error('Stopped'))
  signal.addEventListener('abort', stop, { once: true })
  try {
    await tell(link, bytes, options)
    for (let last = false; !last; ) {
      const event = await link.next(readMs)
      if (!('said' in event)) throw new MailReaderError('ended' in event ? event.ended : 'TOOK_TOO_LONG')
      const { said } = event
      if (said.type !== 'chatLines')
        throw new MailReaderError(said.type === 'refused' ? said.reason : 'READER_FAILED')
      yield said.items
      last = said.last
      if (!last) link.post({ type: 'moreLines' })
    }
  } finally {
    signal.removeEventListener('abort', stop)
    link.kill()
  }
}

async function tell(link: MailLink, bytes: Uint8Array, options: ChatOptions): Promise<void> {
  let isFirst = true
  const question = { kind: 'chatLines', options } as const
  for (const piece of piecesOf(bytes)) {
    link.post(isFirst ? { type: 'ask', question, sizeBytes: bytes.length, piece } : { type: 'more', piece })
    isFirst = false
    await new Promise(setImmediate)
  }
}
