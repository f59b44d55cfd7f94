import { findField, type HeaderBlock, readHeaderBlock } from '../header/header-block.ts'
import { type MimeValue, readMimeValue, readParameter } from '../header/mime-parameters.ts'
import { mailLimits } from '../limits.ts'
import { type Reading, startReading } from '../reading.ts'
import type { Source } from '../source.ts'
import { UnreadableError } from '../unreadable-error.ts'
import { splitMultipart } from './split-multipart.ts'

/** A node of a message's structure: a multipart with children, or a leaf. Nothing is decoded yet. */
export interface Part {
  /** As IMAP numbers parts (RFC 9051 6.4.5.1): `1`, `2.1`; empty for a multipart that is the message itself. */
  readonly path: string
  readonly header: HeaderBlock
  readonly contentType: MimeValue
  readonly encoding: string
  readonly start: number
  readonly end: number
  readonly children: readonly Part[]
}

interface Walk {
  readonly source: Source
  readonly reading: Reading
  parts: number
}

interface Place {
  readonly path: string
  readonly start: number
  readonly end: number
  readonly defaultType: string
  readonly multipartDepth: number
  readonly messageDepth: number
}

/** Media type as declared; the default where it is missing or no type at all (RFC 2045 5.2). */
function typeOf(header: HeaderBlock, defaultType: string): MimeValue {
  const field = findField(header, 'content-type')
  const read = readMimeValue(
    field
      ? field.value
          .toString('latin1')
          .replace(/\r?\n(?=[ \t])/g, '')
          .trim()
      : '',
  )
  return /^[^\s/]+\/[^\s/]+$/.test(read.value) ? read : { ...read, value: defaultType }
}

function encodingOf(header: HeaderBlock): string {
  const text = findField(header, 'content-transfer-encoding')?.value.toString('latin1') ?? ''
  return text
    .replace(/\([^()]*\)/g, '')
    .trim()
    .replace(/[;\s].*$/s, '')
    .toLowerCase()
}

function countPart(walk: Walk): void {
  walk.parts += 1
  if (walk.parts > mailLimits.parts) throw new UnreadableError('TOO_MANY_PARTS')
}

function childrenOf(walk: Walk, place: Place, type: MimeValue, bodyStart: number): Part[] {
  const boundary = readParameter(type, 'boundary', walk.reading)
  if (!type.value.startsWith('multipart/') || !boundary) return []
  const multipartDepth = place.multipartDepth + 1
  if (multipartDepth > mailLimits.multipartDepth) throw new UnreadableError('TOO_DEEP')
  const pieces = splitMultipart(walk.source.lines, bodyStart, place.end, boundary.trimEnd(), () =>
    countPart(walk),
  )
  if (!pieces.closed) walk.reading.warnings.add('MULTIPART_UNCLOSED')
  const defaultType = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  if (pieces.parts.length === 0) walk.reading.warnings.add('PART_UNREADABLE')
  return pieces.parts.map(({ start, end }, index) =>
    readPartAt(walk, {
      ...place,
      path: place.path === '' ? `${index + 1}` : `${place.path}.${index + 1}`,
      start,
      end,
      defaultType,
      multipartDepth,
    }),
  )
}

/** Counts what lies in a message inside this one; its parts are its own and are not listed here. */
function countNested(walk: Walk, place: Place, start: number): void {
  const messageDepth = place.messageDepth + 1
  if (messageDepth > mailLimits.messageDepth) throw new UnreadableError('TOO_DEEP')
  readPartAt(
    { ...walk, reading: startReading() },
    { ...place, path: '', start, defaultType: 'text/plain', messageDepth },
  )
}

function readPartAt(walk: Walk, place: Place): Part {
  const header = readHeaderBlock(walk.source, place.start, place.end)
  if (header.damaged) walk.reading.warnings.add('HEADER_DAMAGED')
  const contentType = typeOf(header, place.defaultType)
  const encoding = encodingOf(header)
  const children = childrenOf(walk, place, contentType, header.bodyStart)
  const nested = contentType.value === 'message/rfc822' || contentType.value === 'message/global'
  if (nested && /^(?:|7bit|8bit|binary)$/.test(encoding)) countNested(walk, place, header.bodyStart)
  const isRootLeaf = place.path === '' && children.length === 0
  return {
    path: isRootLeaf ? '1' : place.path,
    header,
    contentType,
    encoding,
    start: header.bodyStart,
    end: place.end,
    children,
  }
}

/**
 * Reads the structure of the message between two offsets: headers and where each part lies, nothing decoded. This is
 * the pre-scan that counts parts and depth before anything costly is done.
 * @throws UnreadableError TOO_MANY_PARTS, TOO_DEEP, TOO_MANY_HEADERS.
 */
export function readStructure(source: Source, start: number, end: number, reading: Reading): Part {
  return readPartAt(
    { source, reading, parts: 0 },
    { path: '', start, end, defaultType: 'text/plain', multipartDepth: 0, messageDepth: 0 },
  )
}

/** All leaves below a part, in the order they stand in the message. */
export function listLeaves(part: Part): Part[] {
  return part.children.length === 0 ? [part] : part.children.flatMap(listLeaves)
}
