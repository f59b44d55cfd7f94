import { mailLimits } from '../mail/limits.ts'
import { listSources } from '../mail/list-sources.ts'
import { failed } from '../mail/part-text/part-text.ts'
import { readPartText } from '../mail/part-text/read-part-text.ts'
import { readBody } from '../mail/read-body.ts'
import { readMessage } from '../mail/read-message.ts'
import { readPart } from '../mail/read-part.ts'
import type { SourceFile } from '../mail/source-file.ts'
import { UnreadableError } from '../mail/unreadable-error.ts'
import { PieceCollector } from './byte-pieces.ts'
import { Credit } from './credit.ts'
import { type Question, toMailWorker } from './mail-protocol.ts'
import type { SetMemoryLimit } from './memory-watch.ts'
import { serveChat } from './serve-chat.ts'
import { type Desk, type Post, postBytes, serveSource } from './serve-sources.ts'
import type { WorkerPort } from './worker-port.ts'

const LISTED_AT_ONCE = 1_000

async function list(post: Post, paths: readonly string[]): Promise<void> {
  let sources: SourceFile[] = []
  for await (const source of listSources(paths)) {
    sources.push(source)
    if (sources.length < LISTED_AT_ONCE) continue
    post({ type: 'listed', sources, last: false })
    sources = []
  }
  post({ type: 'listed', sources, last: true })
}

/** What a part says; nothing else is asked meanwhile, for questions are put one at a time. */
async function answerText(
  post: Post,
  { partPath, ...file }: Extract<Question, { kind: 'partText' }>,
  bytes: Buffer,
): Promise<void> {
  try {
    const part = partPath === null ? { bytes } : readPart(bytes, partPath)
    post({ type: 'partText', ...(part ? await readPartText(part.bytes, file) : failed('DAMAGED')) })
  } catch {
    post({ type: 'partText', ...failed('READER_FAILED') })
  }
}

function answer(post: Post, chat: ReturnType<typeof serveChat>, question: Question, bytes: Buffer): void {
  try {
    if (question.kind === 'partText') {
      void answerText(post, question, bytes)
      return
    }
    if (question.kind === 'chatPreview') {
      chat.preview(bytes, question.options)
      return
    }
    if (question.kind === 'chatLines') {
      chat.start(bytes, question.options)
      return
    }
    if (question.kind === 'message') {
      post({ type: 'reading', reading: readMessage(bytes, question.chosen), labels: [] })
      return
    }
    if (question.kind === 'body') {
      post({ type: 'body', ...readBody(bytes, question.chosen) })
      return
    }
    const part = readPart(bytes, question.partPath, question.chosen)
    if (!part) {
      post({ type: 'noPart' })
      return
    }
    const { contentType, fileName, text } = part
    postBytes(post, part.bytes, (piece) => ({
      type: 'part',
      contentType,
      fileName,
      text,
      sizeBytes: part.bytes.length,
      piece,
    }))
  } catch (error) {
    post({ type: 'refused', reason: error instanceof UnreadableError ? error.reason : 'READER_FAILED' })
  }
}

/**
 * Serves one main process: lists and reads sources in the order asked, answers questions about single messages.
 * @param limitMemory Told what the process may take, before each message.
 * @param read The reader of messages; tests put one in its place that loops, exhausts memory or dies.
 */
export function serveMail(
  port: WorkerPort,
  limitMemory: SetMemoryLimit,
  read: typeof readMessage = readMessage,
): void {
  const post: Post = (message) => port.post(message)
  const credit = new Credit()
  const allowFor = (bytes: number): void =>
    limitMemory(mailLimits.memoryMib + Math.ceil((bytes * mailLimits.memoryPerByte) / 1024 ** 2))
  const desk: Desk = { post, sent: () => port.sent(), credit, read, allowFor }
  let work = Promise.resolve()
  let asked: { question: Question; pieces: PieceCollector } | null = null
  const chat = serveChat(post)
  const answerWhenComplete = (): void => {
    const bytes = asked?.pieces.complete
    if (!asked || !bytes) return
    answer(post, chat, asked.question, bytes)
    asked = null
  }
  port.onMessage((raw) => {
    const message = toMailWorker.parse(raw)
    switch (message.type) {
      case 'list':
        work = work.then(() => list(post, message.paths))
        break
      case 'read':
        work = work.then(() => serveSource(desk, message.source, message.skipItems))
        break
      case 'credit':
        credit.giveBack(message.bytes)
        break
      case 'ask':
        allowFor(message.sizeBytes)
        asked = { question: message.question, pieces: new PieceCollector(message.sizeBytes, message.piece) }
        answerWhenComplete()
        break
      case 'more':
        asked?.pieces.add(message.piece)
        answerWhenComplete()
        break
      case 'moreLines':
        chat.next()
        break
    }
  })
}
