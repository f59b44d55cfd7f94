import type { CharsetName } from '@bridge/model/charset.ts'
import type { ChatOptions, ChatPreview } from '@bridge/model/chat.ts'
import type { ParsedMessage } from '@bridge/model/message.ts'
import { mailLimits } from '../mail/limits.ts'
import type { PartText } from '../mail/part-text/part-text.ts'
import type { NamedFile } from '../mail/part-text/read-part-text.ts'
import { askChatLines, type ChatItems } from './ask-chat.ts'
import { MailAsker, type MessageBody, type MessagePart } from './ask-mail.ts'
import { type ReadSourcesOptions, readSources } from './read-sources.ts'
import type { StartWorker } from './worker-process.ts'

export { MailReaderError, type MessageBody, type MessagePart } from './ask-mail.ts'
export type { ReadSourcesOptions, SourceItem } from './read-sources.ts'

/** Mail read in disposable workers; main only passes bytes on and is never busy for long. `chosen` is the charset the lawyer wants a message read in. */
export interface MailReader {
  /**
   * Reads everything below the chosen files and folders and hands it over in order, one item at a time. Never fails for
   * what a source holds; rejects with the signal's reason when stopped, and with what `onItem` throws.
   */
  readSources(paths: readonly string[], options: ReadSourcesOptions): Promise<void>
  /** The body as text and as harmless HTML. @throws MailReaderError TOOK_TOO_LONG, OUT_OF_MEMORY or why it cannot be read. */
  body(bytes: Uint8Array, chosen?: CharsetName | null): Promise<MessageBody>
  /** The exact decoded bytes of a part; null where there is none at that path. @throws MailReaderError as `body`. */
  part(bytes: Uint8Array, partPath: string, chosen?: CharsetName | null): Promise<MessagePart | null>
  /** A message read from its bytes, as one enclosed in another is. @throws MailReaderError as `body`. */
  message(bytes: Uint8Array, chosen?: CharsetName | null): Promise<ParsedMessage>
  /** How an export of a chat would be read with what is stated. @throws MailReaderError as `body`. */
  chatPreview(bytes: Uint8Array, options: ChatOptions): Promise<ChatPreview>
  /** Its lines in order, some hundreds at a time. @throws MailReaderError as `body`; the signal's reason */
  chatLines(bytes: Uint8Array, options: ChatOptions, signal: AbortSignal): AsyncGenerator<ChatItems>
  /** What a part says, for search; with a null path the bytes are the file. Asked of a worker of its own: nobody waits behind it. */
  partText(bytes: Uint8Array, partPath: string | null, file: NamedFile): Promise<PartText>
  /** Ends the worker that reads texts, until it is asked again. */
  restTexts(): void
  /** Ends the workers. What is still being asked rejects. */
  close(): Promise<void>
}

/**
 * Builds the mail reader on whatever starts worker processes here.
 * @param readMs What one message may take, milliseconds.
 */
export function createMailReader(startWorker: StartWorker, readMs: number = mailLimits.readMs): MailReader {
  const asker = new MailAsker(startWorker, readMs)
  const texts = new MailAsker(startWorker, readMs)
  return {
    readSources: (paths, options) => readSources(startWorker, readMs, paths, options),
    body: (bytes, chosen = null) => asker.body(bytes, chosen),
    part: (bytes, partPath, chosen = null) => asker.part(bytes, partPath, chosen),
    message: (bytes, chosen = null) => asker.message(bytes, chosen),
    chatPreview: (bytes, options) => asker.chatPreview(bytes, options),
    chatLines: (bytes, options, signal) => askChatLines(startWorker, readMs, { bytes, options, signal }),
    partText: (bytes, partPath, file) => texts.partText(bytes, partPath, file),
    restTexts: () => texts.close(),
    close: async () => {
      asker.close()
      texts.close()
    },
  }
}
