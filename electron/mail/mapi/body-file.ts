import { decompressRtf } from '../rtf/decompress-rtf.ts'
import { type MapiMessage, PR } from './mapi-message.ts'
import { binaryOf, type MapiReading, textOf } from './property-values.ts'

/** The body of a message as a file, in its richest form; null where it has none. */
export function bodyFileOf(
  { properties }: MapiMessage,
  mapi: MapiReading,
): { contentType: string; fileName: string; bytes: Buffer } | null {
  const html = properties.get(PR.html)?.read()
  if (html && html.length > 0) return { contentType: 'text/html', fileName: 'message.html', bytes: html }
  const compressed = binaryOf(properties, PR.rtfCompressed)
  const rtf = compressed && decompressRtf(compressed)
  if (rtf && rtf.length > 0) return { contentType: 'application/rtf', fileName: 'message.rtf', bytes: rtf }
  const text = textOf(properties, PR.body, mapi)
  return text === '' ? null : { contentType: 'text/plain', fileName: 'message.txt', bytes: Buffer.from(text) }
}
