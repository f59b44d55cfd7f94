import { openMessage } from './open-message.ts'
import { startReading } from './reading.ts'
import { decodeContent } from './structure/decode-content.ts'
import { readDisposition } from './structure/disposition.ts'
import { listLeaves } from './structure/part-tree.ts'
import { safeFileName } from './structure/safe-file-name.ts'

/** A leaf of a message, its transfer encoding undone and nothing else changed. */
export interface ReadPart {
  contentType: string
  /** Safe to show; empty where the part is nameless. */
  fileName: string
  bytes: Buffer
}

/**
 * The exact decoded bytes of one part, by the path its attachment record carries; null where there is no such leaf.
 * @throws UnreadableError where the message as a whole cannot be read.
 */
export function readPart(bytes: Uint8Array, partPath: string): ReadPart | null {
  const { source, root } = openMessage(bytes)
  const part = listLeaves(root).find((leaf) => leaf.path === partPath)
  if (!part) return null
  const reading = startReading()
  return {
    contentType: part.contentType.value,
    fileName: safeFileName(readDisposition(part, reading).name ?? ''),
    bytes: decodeContent(source.bytes.subarray(part.start, part.end), part.encoding, reading),
  }
}
