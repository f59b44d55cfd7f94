import { mailLimits } from '../limits.ts'
import { afterLine, lineTextEnd, type Source } from '../source.ts'
import { UnreadableError } from '../unreadable-error.ts'

/** One field; `value` is the text after the colon as it stands, folds included. */
export interface HeaderField {
  /** Lower case. */
  readonly name: string
  readonly value: Buffer
}

/** The fields of one header, in order, and where the body after it starts. */
export interface HeaderBlock {
  readonly fields: readonly HeaderField[]
  readonly bodyStart: number
  /** A line that is no field stood among the fields, or the body followed without a blank line. */
  readonly damaged: boolean
}

const SPACE = 0x20
const TAB = 0x09
const COLON = 0x3a
const DASH = 0x2d

/** Length of the field name at `from` (RFC 5322 2.2), 0 where there is none. Blanks before the colon are tolerated. */
function fieldNameLength(lines: Buffer, from: number, end: number): number {
  let at = from
  for (let octet = lines[at]; at < end && octet !== undefined && octet !== COLON; octet = lines[at]) {
    if (octet <= SPACE || octet >= 0x7f) break
    at += 1
  }
  const length = at - from
  while (at < end && (lines[at] === SPACE || lines[at] === TAB)) at += 1
  return at < end && lines[at] === COLON ? length : 0
}

function afterFolds(lines: Buffer, from: number, end: number): number {
  let at = afterLine(lines, from, end)
  while (at < end && (lines[at] === SPACE || lines[at] === TAB)) at = afterLine(lines, at, end)
  return at
}

/** Whether fields go on behind a line that is none; otherwise the body has begun without a blank line. */
function fieldsGoOn(lines: Buffer, from: number, end: number): boolean {
  if (lines[from] === DASH && lines[from + 1] === DASH) return false
  const next = afterLine(lines, from, end)
  return (
    next < end && /^(?:[\w-]+:\s|[ \t]+\S.*;)/.test(lines.toString('latin1', next, Math.min(end, next + 80)))
  )
}

/**
 * Reads the header that starts at `start`.
 * @throws UnreadableError TOO_MANY_HEADERS beyond 2,000 fields or 1 MiB.
 */
export function readHeaderBlock({ bytes, lines }: Source, start: number, end: number): HeaderBlock {
  const fields: HeaderField[] = []
  let damaged = false
  let at = start
  while (at < end) {
    const after = afterLine(lines, at, end)
    if (lineTextEnd(lines, at, after) === at) return { fields, bodyStart: after, damaged }
    const nameLength = fieldNameLength(lines, at, end)
    if (nameLength === 0 && !fieldsGoOn(lines, at, end)) return { fields, bodyStart: at, damaged: true }
    const next = afterFolds(lines, at, end)
    if (nameLength > 0) {
      const colon = lines.indexOf(COLON, at + nameLength)
      const name = lines.toString('latin1', at, at + nameLength).toLowerCase()
      fields.push({ name, value: bytes.subarray(colon + 1, lineTextEnd(lines, colon + 1, next)) })
    } else {
      damaged = true
    }
    if (fields.length > mailLimits.headerFields || next - start > mailLimits.headerBytes) {
      throw new UnreadableError('TOO_MANY_HEADERS')
    }
    at = next
  }
  return { fields, bodyStart: end, damaged }
}

/** The first field of that name, the one a reader is shown first. */
export function findField(block: HeaderBlock, name: string): HeaderField | undefined {
  return block.fields.find((field) => field.name === name)
}
