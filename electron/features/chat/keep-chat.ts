import { setImmediate } from 'node:timers/promises'
import type { Channel } from '@bridge/model/channel.ts'
import type { ChatOptions, ChatPreview, ChatSpeaker } from '@bridge/model/chat.ts'
import { NOT_A_LINE } from '@bridge/model/evidence.ts'
import type { FileStore } from '../../files/index.ts'
import type { JobContext } from '../../jobs/job-runner.ts'
import { factId } from '../../platform/facts.ts'
import type { Writer } from '../../store/store.ts'
import type { ChatItems } from '../../workers/ask-chat.ts'
import { type MailReader, MailReaderError } from '../../workers/mail-reader.ts'
import type { ServiceParts } from '../cases/index.ts'
import {
  addOriginal,
  endImport,
  FILE_FROM_BYTES,
  findReceipt,
  nameSkipped,
  takeInLine,
} from '../evidence/index.ts'
import { addReading, listSpeakers } from './chat-store.ts'
import { createFingerprints, messageOf } from './line-message.ts'
import type { ExportFile } from './read-export.ts'

export interface KeepParts extends ServiceParts {
  files: FileStore
  reader: MailReader
}

/** An export, and all that was stated about it. */
export interface StatedChat {
  caseId: string
  importId: string
  threadId: string
  /** Unique in the case: what tells its lines from those of another chat. */
  conversation: string
  channel: Channel
  title: string
  file: ExportFile
  options: ChatOptions
  speakers: readonly ChatSpeaker[]
  preview: ChatPreview
}

/** One transaction holds at most this much, so that the program is free again within 50 ms. */
const WRITE_LINES = 12
const WRITE_LENGTH = 30_000

/** Another failure of the reader than the preview had: the file is the same, so it is named as a message that cannot be read. */
class ChatJobError extends Error {
  readonly code = 'MESSAGE_UNREADABLE'
}

/** Keeps the file first, then its lines in order, in small transactions. What is stored before a cancel stays, and is in the receipt. */
export async function keepChat(parts: KeepParts, chat: StatedChat, context: JobContext): Promise<void> {
  const { signal, progress } = context
  const { file, options, preview } = chat
  const { lines: lineCount } = preview.counts
  const write = createLineWriter(parts, chat)
  let complete = false
  let done = 0
  progress('reading', 0, lineCount)
  try {
    const { bytes, sha256, name } = file
    if (bytes.length >= FILE_FROM_BYTES) await parts.files.putMany([{ sha256, bytes, sourceName: name }])
    parts.store.write((writer) => noteReading(parts, writer, chat))
    for await (const items of parts.reader.chatLines(bytes, options, signal)) {
      for (const slice of slicesOf(items)) {
        signal.throwIfAborted()
        parts.store.write((writer) => write(writer, slice))
        done += slice.length
        progress('reading', done, lineCount)
        await setImmediate()
      }
    }
    complete = true
  } catch (cause) {
    throw cause instanceof MailReaderError ? new ChatJobError('MESSAGE_UNREADABLE', { cause }) : cause
  } finally {
    finish(parts, chat, !complete)
  }
}

/** The file, and how it is read: with what the lawyer stated, and what was found. */
function noteReading({ clock }: KeepParts, writer: Writer, chat: StatedChat): void {
  const { importId, threadId, file, options, preview } = chat
  const { format, zone, columns } = options
  const { counts, charset, charsetGuessed, dateOrder } = preview
  addOriginal(writer, file.sha256, file.bytes, clock.now())
  addReading(writer, {
    ...{ importId, threadId, originalSha256: file.sha256, sourceName: file.name },
    ...{ format: format ?? '', charset, charsetGuessed, zone, dateOrder: dateOrder ?? '' },
    columns:
      columns &&
      Object.entries(columns)
        .flatMap(([key, at]) => (at === null ? [] : [`${key}=${at}`]))
        .join(','),
    ...{ lineCount: counts.lines, undatedCount: counts.undated, unreadCount: counts.unread },
  })
}

function createLineWriter(parts: KeepParts, chat: StatedChat) {
  const { importId, caseId, threadId, channel, title, file } = chat
  const { bytes, sha256 } = file
  const standing = listSpeakers(parts.store.read, [threadId]).get(threadId) ?? []
  const sides = new Map(standing.map(({ name, side }) => [name, side]))
  const speakers = new Map(
    chat.speakers.map((each) => [each.name, { ...each, side: sides.get(each.name) ?? each.side }]),
  )
  const fingerprintOf = createFingerprints(chat.conversation)
  let position = 0
  return (writer: Writer, items: ChatItems): void => {
    const at = parts.clock.now()
    for (const item of items) {
      const sourceOffset = 'unread' in item ? item.unread.offset : item.offset
      const source = { importId, caseId, position: position++, sourceName: file.name, sourceOffset }
      if ('unread' in item) {
        nameSkipped(parts, writer, source, NOT_A_LINE, at)
        continue
      }
      const message = messageOf(item, title, speakers)
      const fingerprint = fingerprintOf(item)
      takeInLine(parts, writer, { source, bytes, sha256, threadId, channel, fingerprint, message }, at)
    }
  }
}

function* slicesOf(items: ChatItems): Generator<ChatItems> {
  let slice: ChatItems = []
  let length = 0
  for (const item of items) {
    slice.push(item)
    length += 'unread' in item ? item.unread.text.length : item.text.length
    if (slice.length < WRITE_LINES && length < WRITE_LENGTH) continue
    yield slice
    slice = []
    length = 0
  }
  if (slice.length > 0) yield slice
}

function finish(
  { store, audit, clock }: KeepParts,
  { importId, caseId }: StatedChat,
  cancelled: boolean,
): void {
  store.write((writer) => {
    endImport(writer, importId, clock.now(), cancelled)
    const facts = { case: factId(caseId), cancelled, ...findReceipt(writer, importId)?.counts }
    audit.append(writer, { act: 'import.ended', objectId: importId, facts })
  })
  store.checkpoint()
}
