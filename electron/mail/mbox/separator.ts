/** How far a separator line and the line behind it are looked at. */
export const LOOK_AHEAD = 2_048

const LF = 0x0a
const CR = 0x0d
const FROM = 'From '

/** Sender and the time of delivery, as `asctime` or Gmail write it. */
const DATED =
  /^From (?:\S.*\s)?[A-Z][a-z]{2},?\s+(?:[A-Z][a-z]{2}\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2})\s+(?:\d{4}\s+)?\d{1,2}:\d{2}(?::\d{2})?\b/
/** Old Thunderbird and web exports leave the time out. */
const UNDATED = /^From (?:-|\S+@\S+)?\s*$/
const HEADER_LINE = /^>?[A-Za-z][\w-]*:|^>From /

function isBlankBefore(bytes: Buffer, at: number): boolean {
  if (at === 0) return true
  if (bytes[at - 1] !== LF) return false
  if (at === 1) return true
  const before = bytes[at - 2] === CR ? at - 3 : at - 2
  return before < 0 || bytes[before] === LF
}

/** End of the line at `from`, behind its LF; the end of what is known where it goes on. */
export function endOfLine(bytes: Buffer, from: number): number {
  const lf = bytes.indexOf(LF, from)
  return lf === -1 ? bytes.length : lf + 1
}

/**
 * Whether an mbox message starts with the line at `at`: `From ` with a time of delivery after a blank line or before a
 * header line, or one without a time before a header line. Prose that starts with "From " is none.
 */
export function isSeparator(bytes: Buffer, at: number): boolean {
  if (bytes.toString('latin1', at, at + FROM.length) !== FROM) return false
  const end = endOfLine(bytes, at)
  const line = bytes.toString('latin1', at, Math.min(end, at + LOOK_AHEAD)).trimEnd()
  const next = bytes.toString('latin1', end, Math.min(bytes.length, end + 200))
  const beforeHeader = HEADER_LINE.test(next)
  if (DATED.test(line)) return beforeHeader || isBlankBefore(bytes, at)
  return UNDATED.test(line) && beforeHeader
}
