import { Refusal } from '@bridge/refusal.ts'
import type { EnclosedFile, MessageContent } from '../../documents/kinds/exhibit-bundle/model.ts'
import { digestOf } from '../../files/digest.ts'
import type { FileStore } from '../../files/index.ts'
import type { Reader } from '../../store/store.ts'
import { type MailReader, MailReaderError } from '../../workers/mail-reader.ts'
import { findMessage, getOriginal, listAttachments, listPeople } from '../evidence/index.ts'
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
  content: MessageContent
  original: Uint8Array
}

/**
 * A message as the papers print it, read anew from its verified original. Attachments that the body shows in place are
 * not printed a second time.
 * @throws ExportError ORIGINAL_DAMAGED or MESSAGE_UNREADABLE, with the number of the exhibit
 */
export async function collectMessage(
  parts: CollectParts,
  paths: PathGiver,
  { exhibit, place, messageId }: MessagePlace,
): Promise<CollectedMessage> {
  const message = findMessage(parts.read, messageId)
  if (!message) throw new TypeError('An exhibit holds a message that is not there')
  if (message.unreadable) throw new ExportError('MESSAGE_UNREADABLE', exhibit)
  const original = await getVerified(parts, message.originalSha256, exhibit)
  const people = listPeople(parts.read, messageId)
  const storedAs = paths.original(exhibit, place, message.subject)
  const { body, attachments } = await readInside(parts, original, exhibit, messageId, paths)
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

async function readInside(
  { read, reader }: CollectParts,
  original: Uint8Array,
  exhibit: string,
  messageId: string,
  paths: PathGiver,
): Promise<Pick<MessageContent, 'body' | 'attachments'>> {
  try {
    const { html, text } = await reader.body(original)
    const attachments: EnclosedFile[] = []
    for (const { partPath, fileName, nestedSubject, inline } of listAttachments(read, messageId)) {
      if (inline) continue
      const part = await reader.part(original, partPath)
      if (!part) throw new ExportError('MESSAGE_UNREADABLE', exhibit)
      const name = fileName || (nestedSubject === null ? `${partPath}.bin` : `${nestedSubject}.eml`)
      attachments.push({
        fileName: name,
        contentType: part.contentType,
        sizeBytes: part.bytes.length,
        sha256: await digestOf(part.bytes),
        storedAs: paths.attachment(exhibit, name),
        bytes: part.bytes,
      })
    }
    return { body: html === null ? { kind: 'text', text } : { kind: 'html', html }, attachments }
  } catch (cause) {
    if (cause instanceof MailReaderError) throw new ExportError('MESSAGE_UNREADABLE', exhibit, { cause })
    throw cause
  }
}

async function getVerified(
  { read, files }: CollectParts,
  sha256: string,
  exhibit: string,
): Promise<Uint8Array> {
  try {
    return await getOriginal(read, files, sha256)
  } catch (cause) {
    if (cause instanceof Refusal) throw new ExportError('ORIGINAL_DAMAGED', exhibit, { cause })
    throw cause
  }
}
