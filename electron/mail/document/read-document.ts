import { hash } from 'node:crypto'
import { extname } from 'node:path'
import type { ParsedMessage } from '@bridge/model/message.ts'
import { decodeText } from '../charset/decode-text.ts'
import { mailLimits } from '../limits.ts'
import { startReading } from '../reading.ts'
import { safeFileName } from '../structure/safe-file-name.ts'

/** The one part a document has: all of it. */
export const DOCUMENT_PART = '1'

/** Media types by extension (IANA); what is not here is a file of no known type. */
const TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.heic': 'image/heic',
  '.heif': 'image/heif',
  '.bmp': 'image/bmp',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.doc': 'application/msword',
  '.xls': 'application/vnd.ms-excel',
  '.ppt': 'application/vnd.ms-powerpoint',
  '.rtf': 'application/rtf',
  '.txt': 'text/plain',
  '.csv': 'text/csv',
  '.htm': 'text/html',
  '.html': 'text/html',
}
const UNKNOWN_TYPE = 'application/octet-stream'

/** What a file starts with counts more than what it is called. */
const STARTS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^%PDF-/, 'application/pdf'],
  [/^\x89PNG\r\n/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'image/webp'],
  [/^(?:II\*\0|MM\0\*)/, 'image/tiff'],
]

/** Some three hundred pages; what is longer is a table for a machine, and a file only. */
const TEXT_BYTES = 1024 ** 2

/** Pictures every browser shows; one with more bytes is a file only. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** The media type of a file that came by itself. */
export function documentType(bytes: Buffer, name: string): string {
  const start = bytes.toString('latin1', 0, 16)
  const known = STARTS.find(([pattern]) => pattern.test(start))?.[1]
  return known ?? TYPES[extname(name).toLowerCase()] ?? UNKNOWN_TYPE
}

/**
 * A document that came by itself, as a message: its name for a subject, the file for its one attachment, for its text what a
 * file of plain text says; a picture is shown as HTML. It has no sender and no date: none is made of what the file says of itself.
 */
export function readDocument(bytes: Buffer, name: string): ParsedMessage {
  const reading = startReading()
  const contentType = documentType(bytes, name)
  const isText = (contentType === 'text/plain' || contentType === 'text/csv') && bytes.length <= TEXT_BYTES
  const text = isText ? decodeText(bytes, null, reading).replace(/\r\n?/g, '\n').replaceAll('\0', '') : ''
  const fileName = safeFileName(name)
  return {
    ...{ subject: fileName, messageId: null, inReplyTo: [], references: [] },
    ...{ from: [], sender: [], replyTo: [], to: [], cc: [], bcc: [] },
    date: { at: null, zoneMinutes: null, raw: null },
    receivedAt: null,
    text,
    hasHtml: SHOWN.has(contentType) && bytes.length <= mailLimits.inlineImageBytes,
    attachments: [
      {
        partPath: DOCUMENT_PART,
        fileName,
        rawFileName: name,
        contentType,
        sizeBytes: bytes.length,
        sha256: hash('sha256', bytes),
        contentId: null,
        inline: false,
        nestedSubject: null,
      },
    ],
    warnings: [...reading.warnings],
  }
}
