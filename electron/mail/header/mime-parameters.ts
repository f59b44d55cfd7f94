import { decodeText } from '../charset/decode-text.ts'
import type { Reading } from '../reading.ts'
import { decodeWords } from './encoded-words.ts'

/** A structured MIME field: `text/plain; charset=gbk`. */
export interface MimeValue {
  /** Lower case, without parameters. */
  readonly value: string
  /** By lower-case name; the first of a name counts. Undecoded. */
  readonly params: ReadonlyMap<string, string>
}

// A quoted value may hold escapes; an unquoted one, against the standard but often, blanks.
// The semicolon before a parameter is sometimes forgotten at a line end.
const PARAM = /(?<=[;\s])([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/gs

/** Reads value and parameters (RFC 2045 5.1), leniently; parameters stay undecoded. */
export function readMimeValue(text: string): MimeValue {
  const plain = text.includes('(') ? text.replace(/\([^()"]*\)(?=\s*(?:;|$))/g, '') : text
  const value = /^[^;\s]*/.exec(plain)?.[0] ?? ''
  const params = new Map<string, string>()
  for (const [, rawName = '', quoted, bare = ''] of plain.slice(value.length).matchAll(PARAM)) {
    const name = rawName.toLowerCase()
    if (!params.has(name)) params.set(name, quoted === undefined ? bare.trim() : withoutEscapes(quoted))
  }
  return { value: value.toLowerCase(), params }
}

/** Undoes `\"` and `\\` only: a lone backslash is far more often a path than an escape. */
function withoutEscapes(quoted: string): string {
  return quoted.replace(/\\(["\\])/g, '$1')
}

function percentOctets(text: string): Buffer {
  const pieces = text.split(/((?:%[\dA-Fa-f]{2})+)/)
  return Buffer.concat(
    pieces.map((piece, index) =>
      index % 2 === 1 ? Buffer.from(piece.replaceAll('%', ''), 'hex') : Buffer.from(piece, 'utf8'),
    ),
  )
}

interface Segment {
  index: number
  extended: boolean
  text: string
}

function segmentsOf(params: ReadonlyMap<string, string>, name: string): Segment[] {
  const segments: Segment[] = []
  for (const [key, text] of params) {
    const match = /^(.*?)\*(\d{1,3})?(\*)?$/.exec(key)
    if (match?.[1] !== name) continue
    const lone = match[2] === undefined
    segments.push({ index: lone ? 0 : Number(match[2]), extended: lone || match[3] === '*', text })
  }
  return segments.sort((a, b) => a.index - b.index)
}

/** Joins RFC 2231 pieces, in the order of their numbers whatever order they stand in. */
function joinSegments(segments: readonly Segment[], reading: Reading): string {
  const head = /^([^']*)'[^']*'(.*)$/s.exec(segments[0]?.text ?? '')
  const charset = segments[0]?.extended && head ? (head[1] ?? null) : null
  const octets = segments.map(({ extended, text }, index) => {
    const own = index === 0 && charset !== null ? (head?.[2] ?? '') : text
    return extended ? percentOctets(own) : Buffer.from(own, 'utf8')
  })
  const joined = decodeText(Buffer.concat(octets), charset === '' ? null : charset, reading)
  return segments.some(({ extended }) => extended) ? joined : decodeWords(joined, reading)
}

/**
 * One parameter as text: RFC 2231 pieces and charsets, else RFC 2047 words (wrong there, but usual), else as it stands;
 * null where it is missing.
 */
export function readParameter(from: MimeValue, name: string, reading: Reading): string | null {
  const segments = segmentsOf(from.params, name)
  if (segments.length > 0) return joinSegments(segments, reading)
  const plain = from.params.get(name)
  return plain === undefined ? null : decodeWords(plain, reading)
}
