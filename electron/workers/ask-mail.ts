import type { CharsetName } from '@bridge/model/charset.ts'
import type { ChatOptions, ChatPreview } from '@bridge/model/chat.ts'
import type { ParsedMessage, UnreadableReason } from '@bridge/model/message.ts'
import { textReason } from '@bridge/model/part-text.ts'
import { failed, type PartText } from '../mail/part-text/part-text.ts'
import type { NamedFile } from '../mail/part-text/read-part-text.ts'
import { PieceCollector, piecesOf } from './byte-pieces.ts'
import { type MailLink, openMailLink } from './mail-link.ts'
import type { FromMailWorker, Question } from './mail-protocol.ts'
import type { StartWorker } from './worker-process.ts'

/** Why a question about a message went unanswered. Carries a code, never text of the message. */
export class MailReaderError extends Error {
  readonly code: UnreadableReason

  constructor(code: UnreadableReason) {
    super(code)
    this.name = 'MailReaderError'
    this.code = code
  }
}

export interface MessageBody {
  text: string
  html: string | null
  blockedImages: number
}

export interface MessagePart {
  contentType: string
  /** Safe to show; empty where the part is nameless. */
  fileName: string
  bytes: Buffer
  /** What a file of plain text says; null for any other. */
  text: string | null
}

/** Puts questions about single messages to a worker, one at a time; the worker is replaced when a question breaks it. */
export class MailAsker {
  readonly #startWorker: StartWorker
  readonly #readMs: number
  #link: MailLink | null = null
  /** Questions the present worker has answered. */
  #answered = 0
  #before: Promise<unknown> = Promise.resolve()

  constructor(startWorker: StartWorker, readMs: number) {
    this.#startWorker = startWorker
    this.#readMs = readMs
  }

  /** @throws MailReaderError */
  async body(bytes: Uint8Array, chosen: CharsetName | null): Promise<MessageBody> {
    const { said } = await this.#ask(bytes, { kind: 'body', chosen })
    if (said.type !== 'body') throw new MailReaderError('READER_FAILED')
    const { text, html, blockedImages } = said
    return { text, html, blockedImages }
  }

  /** Null where the message has no such part. @throws MailReaderError */
  async part(bytes: Uint8Array, partPath: string, chosen: CharsetName | null): Promise<MessagePart | null> {
    const { said, content } = await this.#ask(bytes, { kind: 'part', partPath, chosen })
    if (said.type === 'noPart') return null
    if (said.type !== 'part' || !content) throw new MailReaderError('READER_FAILED')
    const { contentType, fileName, text } = said
    return { contentType, fileName, bytes: content, text }
  }

  /** A message inside another, or any other, read from its bytes. @throws MailReaderError */
  async message(bytes: Uint8Array, chosen: CharsetName | null): Promise<ParsedMessage> {
    const { said } = await this.#ask(bytes, { kind: 'message', chosen })
    if (said.type !== 'reading') throw new MailReaderError('READER_FAILED')
    if (!said.reading.ok) throw new MailReaderError(said.reading.reason)
    return said.reading.message
  }

  /** How an export of a chat would be read. @throws MailReaderError */
  async chatPreview(bytes: Uint8Array, options: ChatOptions): Promise<ChatPreview> {
    const { said } = await this.#ask(bytes, { kind: 'chatPreview', options })
    if (said.type !== 'chatPreview') throw new MailReaderError('READER_FAILED')
    return said.preview
  }

  /** What a part says, for search; with a null path the bytes are the file. A reason for want of an answer is one too. */
  async partText(bytes: Uint8Array, partPath: string | null, file: NamedFile): Promise<PartText> {
    try {
      const { said } = await this.#ask(bytes, { kind: 'partText', partPath, ...file })
      if (said.type !== 'partText') return failed('READER_FAILED')
      const { state, reason, text } = said
      return { state, reason, text }
    } catch (error) {
      if (!(error instanceof MailReaderError)) throw error
      const reason = textReason.safeParse(error.code)
      return failed(reason.success ? reason.data : 'READER_FAILED')
    }
  }

  /** What is still being asked rejects at once. */
  close(): void {
    this.#answered = 0
    this.#link?.stop(new MailReaderError('READER_FAILED'))
    this.#link = null
  }

  #ask(bytes: Uint8Array, question: Question): Promise<{ said: FromMailWorker; content: Buffer | null }> {
    const asked = this.#before.then(() => this.#exchangeTwice(bytes, question))
    this.#before = asked.catch(() => undefined)
    return asked
  }

  /** What a worker kept of earlier messages must not cost this one: short of memory, it is asked once more of a new one. */
  async #exchangeTwice(
    bytes: Uint8Array,
    question: Question,
  ): Promise<{ said: FromMailWorker; content: Buffer | null }> {
    const isWorn = this.#answered > 0
    try {
      const answer = await this.#exchange(bytes, question)
      this.#answered += 1
      return answer
    } catch (error) {
      if (!isWorn || !(error instanceof MailReaderError) || error.code !== 'OUT_OF_MEMORY') throw error
      return this.#exchange(bytes, question)
    }
  }

  async #exchange(
    bytes: Uint8Array,
    question: Question,
  ): Promise<{ said: FromMailWorker; content: Buffer | null }> {
    // Kept: a close in between lets go of this one, and a new one has not heard the question.
    const link = this.#link ?? openMailLink(this.#startWorker)
    this.#link = link
    let isFirst = true
    for (const piece of piecesOf(bytes)) {
      link.post(isFirst ? { type: 'ask', question, sizeBytes: bytes.length, piece } : { type: 'more', piece })
      isFirst = false
      await new Promise(setImmediate)
    }
    const said = await this.#hear(link)
    if (said.type === 'refused') throw new MailReaderError(said.reason)
    if (said.type !== 'part') return { said, content: null }
    const pieces = new PieceCollector(said.sizeBytes, said.piece)
    while (!pieces.complete) {
      const more = await this.#hear(link)
      if (more.type !== 'more') throw this.#fail('READER_FAILED')
      pieces.add(more.piece)
    }
    return { said, content: pieces.complete }
  }

  async #hear(link: MailLink): Promise<FromMailWorker> {
    const event = await link.next(this.#readMs)
    if ('said' in event) return event.said
    throw this.#fail('ended' in event ? event.ended : 'TOOK_TOO_LONG')
  }

  #fail(code: UnreadableReason): MailReaderError {
    this.close()
    return new MailReaderError(code)
  }
}
