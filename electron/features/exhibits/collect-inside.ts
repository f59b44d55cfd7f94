import type { CharsetName } from '@bridge/model/charset.ts'
import type { Attachment } from '@bridge/model/message.ts'
import type { EnclosedFile, MessageContent } from '../../documents/kinds/exhibit-bundle/model.ts'
import { digestOf } from '../../files/digest.ts'
import { type MailReader, MailReaderError } from '../../workers/mail-reader.ts'
import { ExportError } from './export-error.ts'
import type { PathGiver } from './export-names.ts'

/** What a message is opened with, and the exhibit in whose name its files are stored. */
export interface InsideParts {
  reader: MailReader
  paths: PathGiver
  exhibit: string
  /** The charset the lawyer had the message read in. */
  charset: CharsetName | null
}

type ListedPart = Pick<Attachment, 'partPath' | 'fileName' | 'nestedSubject' | 'inline'>

/**
 * Body and files of a message, from its bytes; a message among the files with its own in turn. What the body shows in
 * place is no file.
 * @throws MailReaderError; ExportError MESSAGE_UNREADABLE where a listed part is not there
 */
export async function collectInside(
  parts: InsideParts,
  bytes: Uint8Array,
  listed: readonly ListedPart[],
): Promise<Pick<MessageContent, 'body' | 'attachments'>> {
  const { html, text } = await parts.reader.body(bytes, parts.charset)
  const attachments: EnclosedFile[] = []
  for (const part of listed) if (!part.inline) attachments.push(await collectFile(parts, bytes, part))
  return { body: html === null ? { kind: 'text', text } : { kind: 'html', html }, attachments }
}

async function collectFile(parts: InsideParts, bytes: Uint8Array, listed: ListedPart): Promise<EnclosedFile> {
  const { partPath, fileName, nestedSubject } = listed
  const part = await parts.reader.part(bytes, partPath, parts.charset)
  if (!part) throw new ExportError('MESSAGE_UNREADABLE', parts.exhibit)
  const name = fileName || (nestedSubject === null ? `${partPath}.bin` : `${nestedSubject}.eml`)
  const file = {
    fileName: name,
    contentType: part.contentType,
    sizeBytes: part.bytes.length,
    sha256: await digestOf(part.bytes),
    storedAs: parts.paths.attachment(parts.exhibit, name),
    bytes: part.bytes,
  }
  if (nestedSubject !== null) return { ...file, inside: await collectNested(parts, file) }
  return { ...file, inside: part.text === null ? null : { kind: 'text', text: part.text } }
}

/** The message that a file is; null where it cannot be read: then it is shown as any other file that cannot. */
async function collectNested(
  parts: InsideParts,
  { bytes, storedAs, sha256 }: Pick<EnclosedFile, 'bytes' | 'storedAs' | 'sha256'>,
): Promise<MessageContent | null> {
  try {
    const { subject, from, to, cc, date, attachments } = await parts.reader.message(bytes)
    const inside = await collectInside({ ...parts, charset: null }, bytes, attachments)
    return { kind: 'message', subject, from, to, cc, date, ...inside, storedAs, sha256 }
  } catch (cause) {
    if (cause instanceof MailReaderError) return null
    throw cause
  }
}
