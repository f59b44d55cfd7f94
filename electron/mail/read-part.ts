import { readLeafText } from './body/compose-body.ts'
import { openMessage } from './open-message.ts'
import { type Reading, startReading } from './reading.ts'
import type { Source } from './source.ts'
import { decodeContent } from './structure/decode-content.ts'
import { readDisposition } from './structure/disposition.ts'
import { listLeaves, type Part } from './structure/part-tree.ts'
import { safeFileName } from './structure/safe-file-name.ts'

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

/**
 * The exact decoded bytes of one part, by the path its attachment record carries; null where there is no such leaf.
 * @throws UnreadableError where the message as a whole cannot be read.
 */
export function readPart(bytes: Uint8Array, partPath: string): ReadPart | null {
  const { source, root } = openMessage(bytes)
  const part = listLeaves(root).find((leaf) => leaf.path === partPath)
  if (!part) return null
  const reading = startReading()
  const fileName = safeFileName(readDisposition(part, reading).name ?? '')
  const content = decodeContent(source.bytes.subarray(part.start, part.end), part.encoding, reading)
  const isText = TEXT_TYPES.has(part.contentType.value) || TEXT_NAME.test(fileName)
  const text = isText && content.length <= TEXT_BYTES ? readText(source, part, reading) : null
  return { contentType: part.contentType.value, fileName, bytes: content, text }
}

function readText(source: Source, part: Part, reading: Reading): string | null {
  const text = readLeafText(source, part, reading)
  return text.includes('\0') ? null : text
}
