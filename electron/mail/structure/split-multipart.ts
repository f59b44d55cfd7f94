import { afterLine, lineTextEnd } from '../source.ts'

/** Where the parts of a multipart lie, and whether its closing line was there. */
export interface Pieces {
  readonly parts: ReadonlyArray<{ start: number; end: number }>
  readonly closed: boolean
}

const LF = 0x0a
const CR = 0x0d
const DASH = 0x2d

/** What a line that begins with the delimiter is: a delimiter, the closing one, or neither (`abc` against `abcd`). */
function kindOf(lines: Buffer, after: number, lineEnd: number): 'open' | 'close' | 'other' {
  let at = after
  const closes = lines[at] === DASH && lines[at + 1] === DASH
  if (closes) at += 2
  while (at < lineEnd && (lines[at] === 0x20 || lines[at] === 0x09)) at += 1
  if (at < lineEnd) return 'other'
  return closes ? 'close' : 'open'
}

/**
 * Finds the parts of a multipart between two offsets (RFC 2046 5.1.1) without copying anything. The line break before a
 * delimiter belongs to the delimiter. What follows the closing line is the epilogue; a multipart cut short ends at `end`.
 * `onPart` is called for each part found and may throw to stop a flood of them.
 */
export function splitMultipart(
  lines: Buffer,
  from: number,
  end: number,
  boundary: string,
  onPart: () => void,
): Pieces {
  const delimiter = Buffer.from(`--${boundary}`, 'latin1')
  const parts: Array<{ start: number; end: number }> = []
  let open = -1
  for (let at = lines.indexOf(delimiter, from); at !== -1 && at < end; ) {
    const next = afterLine(lines, at, end)
    const lineEnd = lineTextEnd(lines, at, next)
    const atLineStart = at === from || lines[at - 1] === LF
    const kind = atLineStart ? kindOf(lines, at + delimiter.length, lineEnd) : 'other'
    if (kind !== 'other') {
      if (open !== -1) parts.push({ start: open, end: beforeBreak(lines, at, open) })
      if (kind === 'close') return { parts, closed: true }
      onPart()
      open = next
    }
    at = lines.indexOf(delimiter, kind === 'other' ? at + delimiter.length : next)
  }
  if (open !== -1) parts.push({ start: open, end })
  return { parts, closed: false }
}

function beforeBreak(lines: Buffer, at: number, start: number): number {
  let end = at
  if (end > start && lines[end - 1] === LF) end -= 1
  if (end > start && lines[end - 1] === CR) end -= 1
  return end
}
