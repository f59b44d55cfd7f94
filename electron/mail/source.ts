/**
 * The bytes of a message and, at the same offsets, the bytes as lines are found in them. They are one and the same
 * buffer, except for old Mac messages whose lines end in CR alone: there `lines` has LF instead. Contents are
 * always taken from `bytes`, so that no attachment is altered.
 */
export interface Source {
  readonly bytes: Buffer
  readonly lines: Buffer
}

const CR = 0x0d
const LF = 0x0a

/** Wraps bytes without copying them (unless their lines end in CR alone). */
export function sourceOf(bytes: Uint8Array): Source {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.includes(LF) || !buffer.includes(CR)) return { bytes: buffer, lines: buffer }
  const lines = Buffer.from(buffer)
  for (let at = lines.indexOf(CR); at !== -1; at = lines.indexOf(CR, at + 1)) lines[at] = LF
  return { bytes: buffer, lines }
}

/** End of the line that starts at `from`: the offset after its LF, or `end` where it has none. */
export function afterLine(lines: Buffer, from: number, end: number): number {
  const lf = lines.indexOf(LF, from)
  return lf === -1 || lf >= end ? end : lf + 1
}

/** Offset where the text of a line ends, before its CRLF or LF; `after` is what `afterLine` gave. */
export function lineTextEnd(lines: Buffer, from: number, after: number): number {
  let at = after
  if (at > from && lines[at - 1] === LF) at -= 1
  if (at > from && lines[at - 1] === CR) at -= 1
  return at
}
