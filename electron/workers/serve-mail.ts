import { hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { mailLimits } from '../mail/limits.ts'
import { listSources } from '../mail/list-sources.ts'
import { splitMbox } from '../mail/mbox/split-mbox.ts'
import { readBody } from '../mail/read-body.ts'
import { readMessage } from '../mail/read-message.ts'
import { readPart } from '../mail/read-part.ts'
import { type SourceFile, skipReasonOf } from '../mail/source-file.ts'
import { UnreadableError } from '../mail/unreadable-error.ts'
import { PieceCollector, piecesOf } from './byte-pieces.ts'
import { Credit } from './credit.ts'
import { type FromMailWorker, type Question, toMailWorker } from './mail-protocol.ts'
import type { SetMemoryLimit } from './memory-watch.ts'
import { serveChat } from './serve-chat.ts'
import type { WorkerPort } from './worker-port.ts'

const LISTED_AT_ONCE = 1_000
const READ_AHEAD_BYTES = 1024 ** 2

type Post = (message: FromMailWorker) => void

/** What the reading of sources works with. */
interface Desk {
  readonly post: Post
  /** Resolves once what was posted is out of this process. */
  readonly sent: () => Promise<void>
  readonly credit: Credit
  readonly read: typeof readMessage
  /** Lets the process take what messages of so many bytes may cost. */
  readonly allowFor: (bytes: number) => void
}

/** Sends a message that carries bytes, in pieces. */
function postBytes(
  post: Post,
  bytes: Uint8Array,
  first: (piece: Uint8Array<ArrayBuffer>) => FromMailWorker,
): void {
  let isFirst = true
  for (const piece of piecesOf(bytes)) {
    post(isFirst ? first(piece) : { type: 'more', piece })
    isFirst = false
  }
}

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

/** One message: its hash and bytes are out of this process before a parser touches them, for it may never return. */
async function sendItem(
  { post, sent, credit, read, allowFor }: Desk,
  bytes: Buffer,
  offset: number,
): Promise<void> {
  allowFor(credit.bytes + bytes.length)
  const sha256 = hash('sha256', bytes)
  await credit.take(bytes.length)
  postBytes(post, bytes, (piece) => ({ type: 'item', offset, sha256, sizeBytes: bytes.length, piece }))
  await sent()
  post({ type: 'reading', reading: read(bytes) })
}

async function readMailbox(desk: Desk, path: string, skipMessages: number): Promise<void> {
  let count = 0
  for await (const { bytes, offset } of splitMbox(() =>
    createReadStream(path, { highWaterMark: READ_AHEAD_BYTES }),
  )) {
    count += 1
    if (count > skipMessages) await sendItem(desk, bytes, offset)
  }
  if (count === 0) desk.post({ type: 'skipped', reason: 'NO_MESSAGES' })
}

async function readSource(desk: Desk, source: SourceFile, skipMessages: number): Promise<void> {
  const { post } = desk
  try {
    if (source.kind === 'mbox') await readMailbox(desk, source.path, skipMessages)
    else if ((await stat(source.path)).size > mailLimits.keptBytes)
      post({ type: 'skipped', reason: 'TOO_LARGE' })
    else await sendItem(desk, await readFile(source.path), 0)
  } catch (error) {
    post({ type: 'skipped', reason: skipReasonOf(error) })
  }
  post({ type: 'sourceDone' })
}

function answer(post: Post, chat: ReturnType<typeof serveChat>, question: Question, bytes: Buffer): void {
  try {
    if (question.kind === 'chatPreview') {
      chat.preview(bytes, question.options)
      return
    }
    if (question.kind === 'chatLines') {
      chat.start(bytes, question.options)
      return
    }
    if (question.kind === 'message') {
      post({ type: 'reading', reading: readMessage(bytes, question.chosen) })
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
        work = work.then(() => readSource(desk, message.source, message.skipMessages))
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
