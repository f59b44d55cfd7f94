import { decodeText } from '../charset/decode-text.ts'
import type { Reading } from '../reading.ts'
import { charsetOfCodePage, codePageOfLanguage } from './code-page.ts'
import { PR, type Properties, TYPE } from './mapi-message.ts'

/** What reading the properties of one message takes along. */
export interface MapiReading {
  readonly reading: Reading
  /** Charset of its texts that are not Unicode; null where it must be guessed. */
  readonly ansiCharset: string | null
  /** Charset of its HTML. */
  readonly htmlCharset: string | null
}

/** A number; 0 where there is none. */
export function numberOf(properties: Properties, id: number): number {
  const value = properties.get(id)
  if (value?.type !== TYPE.integer) return 0
  const bytes = value.read()
  return bytes.length < 4 ? 0 : bytes.readUInt32LE(0)
}

/** The charsets of a message: that of its ANSI texts is the store's, hence the sender's language, not the mail's. */
export function startMapiReading(properties: Properties, reading: Reading): MapiReading {
  const internet = charsetOfCodePage(numberOf(properties, PR.internetCodePage))
  const declared = charsetOfCodePage(numberOf(properties, PR.messageCodePage))
  const ofLanguage = charsetOfCodePage(codePageOfLanguage(numberOf(properties, PR.localeId)))
  return { reading, ansiCharset: declared ?? ofLanguage ?? internet, htmlCharset: internet }
}

function withoutEnd(bytes: Buffer, unit: 1 | 2): Buffer {
  let end = bytes.length - (bytes.length % unit)
  while (end >= unit && bytes[end - 1] === 0 && bytes[end - unit] === 0) end -= unit
  return bytes.subarray(0, end)
}

/** A text as it stands; empty where there is none. */
export function textOf(
  properties: Properties,
  id: number,
  { reading, ansiCharset }: Pick<MapiReading, 'reading' | 'ansiCharset'>,
): string {
  const value = properties.get(id)
  if (value?.type === TYPE.unicode) return withoutEnd(value.read(), 2).toString('utf16le')
  return value?.type === TYPE.string8 ? decodeText(withoutEnd(value.read(), 1), ansiCharset, reading) : ''
}

/** A text that stands in one line: a name, an address, a subject. */
export function lineOf(properties: Properties, id: number, mapi: MapiReading): string {
  return textOf(properties, id, mapi)
    .replace(/[\r\n\t\0]+/g, ' ')
    .trim()
}

/** Octets; null where there are none. */
export function binaryOf(properties: Properties, id: number): Buffer | null {
  const value = properties.get(id)
  return value?.type === TYPE.binary ? value.read() : null
}

/** 100 ns from 1601-01-01 (MS-DTYP 2.3.3) to milliseconds from 1970-01-01. */
const EPOCH_MS = 11_644_473_600_000

/** An instant, ISO 8601 UTC in whole seconds; null where there is none, or one no letter was ever written at. */
export function timeOf(properties: Properties, id: number): string | null {
  const value = properties.get(id)
  const bytes = value?.type === TYPE.time ? value.read() : null
  if (!bytes || bytes.length < 8) return null
  const at = new Date(Number(bytes.readBigUInt64LE(0) / 10_000n) - EPOCH_MS)
  if (!(at.getTime() >= Date.UTC(1900, 0) && at.getTime() < Date.UTC(4500, 0))) return null
  return at.toISOString().replace(/\.\d+Z$/, 'Z')
}
