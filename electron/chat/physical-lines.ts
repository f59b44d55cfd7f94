import { decodeAs } from '../mail/charset/decode-text.ts'
import type { ExportCharset } from './export-charset.ts'

export interface PhysicalLine {
  /** Where it begins in the file, bytes. */
  offset: number
  text: string
}

/** A longer line is read to here; no chat has one. */
const LINE_BYTES = 1024 ** 2

/** The lines of a file in order, one decoded at a time: a whole export as one text would be too much to hold. */
export function* physicalLines(
  bytes: Buffer,
  { charset, markBytes }: ExportCharset,
): Generator<PhysicalLine> {
  const width = charset.family === 'wide' ? 2 : 1
  for (let from = markBytes; from < bytes.length; ) {
    const end = endOfLine(bytes, from, width, charset.codec === 'utf-16be')
    const text = decodeAs(bytes.subarray(from, Math.min(end, from + LINE_BYTES)), charset)
    yield { offset: from, text: text.endsWith('\r') ? text.slice(0, -1) : text }
    from = end + width
  }
}

/** Where the line feed stands; no other character of the charsets that chats come in has that octet in its place. */
function endOfLine(bytes: Buffer, from: number, width: number, bigEndian: boolean): number {
  for (let at = bytes.indexOf(0x0a, from); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    if (width === 1) return at
    const start = bigEndian ? at - 1 : at
    if ((start - from) % 2 === 0 && bytes[bigEndian ? start : at + 1] === 0) return start
  }
  return bytes.length
}
