import { basename } from 'node:path'
import { unreadableReason } from '@bridge/model/message.ts'
import { Refusal } from '@bridge/refusal.ts'
import type {
  DocumentContent,
  MessageContent,
  UnreadContent,
} from '../../documents/kinds/exhibit-bundle/model.ts'
import type { FileStore } from '../../files/index.ts'
import type { Reader } from '../../store/store.ts'
import { type MailReader, MailReaderError } from '../../workers/mail-reader.ts'
import {
  documentPart,
  findMessage,
  getOriginal,
  listAttachments,
  listIntakesOfMessage,
  listPeople,
  originalExtension,
  type StoredMessage,
} from '../evidence/index.ts'
import { collectInside } from './collect-inside.ts'
import { ExportError } from './export-error.ts'
import type { PathGiver } from './export-names.ts'

export interface CollectParts {
  read: Reader
  files: FileStore
  reader: MailReader
}

/** Where a message stands in the export. */
export interface MessagePlace {
  exhibit: string
  /** Counts the messages of an exhibit that holds several. */
  place: number | null
  messageId: string
}

export interface CollectedMessage {
  content: MessageContent | DocumentContent | UnreadContent
  original: Uint8Array
}

/**
 * A message as the papers print it, read anew from its verified original. Attachments that the body shows in place are
 * not printed a second time. What could not be read when it came in gets a sheet that says so.
 * @throws ExportError ORIGINAL_DAMAGED, or MESSAGE_UNREADABLE where it could be read then and no longer can; with the
 * number of the exhibit
 */
export async function collectMessage(
  parts: CollectParts,
  paths: PathGiver,
  { exhibit, place, messageId }: MessagePlace,
): Promise<CollectedMessage> {
  const message = findMessage(parts.read, messageId)
  if (!message) throw new TypeError('An exhibit holds a message that is not there')
  const original = await getVerified(parts, message.originalSha256, exhibit)
  if (message.unreadable) {
    const file = { ...message, sizeBytes: original.length }
    return { original, content: unreadOf(parts.read, paths, { exhibit, place, messageId }, file) }
  }
  const extension = originalExtension(message, original)
  const storedAs = paths.original(exhibit, place, withoutEnd(message.subject, extension), extension)
  if (message.form === 'document')
    return { original, content: documentOf(parts.read, message, original, storedAs, exhibit) }
  const people = listPeople(parts.read, messageId)
  const { body, attachments } = await readInside(parts, original, exhibit, message, paths)
  return {
    original,
    content: {
      kind: 'message',
      subject: message.subject,
      from: people.from,
      to: people.to,
      cc: people.cc,
      date: { at: message.sentAt, zoneMinutes: message.sentZoneMinutes, raw: message.sentRaw },
      body,
      attachments,
      storedAs,
      sha256: message.originalSha256,
    },
  }
}

/** A document is called by its file, whose end is added again. */
const withoutEnd = (name: string, extension: string): string =>
  extension !== '' && name.endsWith(extension) ? name.slice(0, -extension.length) : name

/** A document that came by itself, as its own pages. */
function documentOf(
  read: Reader,
  message: StoredMessage,
  original: Buffer,
  storedAs: string,
  exhibit: string,
): DocumentContent {
  const [file] = listAttachments(read, message.id)
  const part = file && documentPart(read, message, original, file.partPath)
  if (!part) throw new ExportError('MESSAGE_UNREADABLE', exhibit)
  const { contentType, fileName, bytes, text } = part
  return {
    kind: 'document',
    ...{ fileName, contentType, sizeBytes: bytes.length, sha256: message.originalSha256, storedAs, bytes },
    inside: text === null ? null : { kind: 'text', text },
  }
}

/** It has no subject: the name it came in under is all that names it, and inside a mailbox that of the mailbox. */
function unreadOf(
  read: Reader,
  paths: PathGiver,
  { exhibit, place, messageId }: MessagePlace,
  message: StoredMessage & { sizeBytes: number },
): UnreadContent {
  const fileName = basename(listIntakesOfMessage(read, messageId)[0]?.sourceName ?? '')
  return {
    kind: 'unread',
    fileName,
    contentType: 'message/rfc822',
    sizeBytes: message.sizeBytes,
    sha256: message.originalSha256,
    storedAs: paths.original(exhibit, place, fileName.replace(/\.eml$/iu, ''), '.eml'),
    reason: unreadableReason.parse(message.unreadable),
  }
}

async function readInside(
  { read, reader }: CollectParts,
  original: Uint8Array,
  exhibit: string,
  { id, charset }: StoredMessage,
  paths: PathGiver,
): Promise<Pick<MessageContent, 'body' | 'attachments'>> {
  try {
    return await collectInside({ reader, paths, exhibit, charset }, original, listAttachments(read, id))
  } catch (cause) {
    if (cause instanceof MailReaderError) throw new ExportError('MESSAGE_UNREADABLE', exhibit, { cause })
    throw cause
  }
}

async function getVerified({ read, files }: CollectParts, sha256: string, exhibit: string): Promise<Buffer> {
  try {
    return await getOriginal(read, files, sha256)
  } catch (cause) {
    if (cause instanceof Refusal) throw new ExportError('ORIGINAL_DAMAGED', exhibit, { cause })
    throw cause
  }
}
