import type { CharsetName } from '@bridge/model/charset.ts'
import { readLeafText } from './body/compose-body.ts'
import { decodeText } from './charset/decode-text.ts'
import { bodyFileOf } from './mapi/body-file.ts'
import { findMapiAttachment } from './mapi/mapi-attachments.ts'
import { type OpenMapi, openMapi } from './open-mapi.ts'
import { type OpenMessage, openMessage } from './open-message.ts'
import { startReading } from './reading.ts'
import { decodeContent } from './structure/decode-content.ts'
import { readDisposition } from './structure/disposition.ts'
import { listLeaves } from './structure/part-tree.ts'
import { safeFileName } from './structure/safe-file-name.ts'
import { bodyPathOf, openTnefParts } from './tnef-parts.ts'

/** A leaf of a message, its transfer encoding undone and nothing else changed. */
export interface ReadPart {
  contentType: string
  /** Safe to show; empty where the part is nameless. */
  fileName: string
  bytes: Buffer
  /** What a file of plain text says, lines ending in LF; null where it is none, or longer than anyone prints. */
  text: string | null
}

const TEXT_TYPES = new Set(['text/plain', 'text/csv'])
/** Mail programs call a table of Excel's or an unknown file what is plain text by its name. */
const TEXT_NAME = /\.(?:txt|csv)$/iu
/** Some three hundred pages. */
const TEXT_BYTES = 1024 ** 2

/** What a file says as text; null where it says none. `read` decodes it, lines ending in LF. */
function textOf({ contentType, fileName, bytes }: Omit<ReadPart, 'text'>, read: () => string): string | null {
  const isText = TEXT_TYPES.has(contentType) || TEXT_NAME.test(fileName)
  if (!isText || bytes.length > TEXT_BYTES) return null
  const text = read()
  return text.includes('\0') ? null : text
}

/** A file of Outlook's: nothing says in which charset its text is, hence it is guessed. */
function ofOutlook({ message, mapi }: OpenMapi, prefix: string, partPath: string): ReadPart | null {
  const file = findMapiAttachment(message, prefix, partPath, mapi)
  if (!file) return null
  const read = (): string => decodeText(file.bytes, null, mapi.reading).replace(/\r\n?/g, '\n')
  return { ...file, text: textOf(file, read) }
}

/** A part of a winmail.dat that came as a part of its own. */
function ofTnef(open: OpenMessage, partPath: string): ReadPart | null {
  for (const opened of openTnefParts(open)) {
    if (bodyPathOf(opened.path) === partPath) {
      const file = bodyFileOf(opened.message, opened.mapi)
      return file && { ...file, text: null }
    }
    const part = ofOutlook(opened, opened.path, partPath)
    if (part) return part
  }
  return null
}

/**
 * The exact decoded bytes of one part, by the path its attachment record carries; null where there is no such part.
 * @throws UnreadableError where the message as a whole cannot be read.
 */
export function readPart(
  bytes: Uint8Array,
  partPath: string,
  chosen: CharsetName | null = null,
): ReadPart | null {
  const outlook = openMapi(bytes, chosen)
  if (outlook) return ofOutlook(outlook, '', partPath)
  const open = openMessage(bytes, chosen)
  const { source, root } = open
  const part = listLeaves(root).find((leaf) => leaf.path === partPath)
  if (!part) return ofTnef(open, partPath)
  const reading = startReading(chosen)
  const file = {
    contentType: part.contentType.value,
    fileName: safeFileName(readDisposition(part, reading).name ?? ''),
    bytes: decodeContent(source.bytes.subarray(part.start, part.end), part.encoding, reading),
  }
  return { ...file, text: textOf(file, () => readLeafText(source, part, reading)) }
}
