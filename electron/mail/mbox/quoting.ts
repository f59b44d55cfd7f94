import { type RawMessage, splitRaw } from './split-raw.ts'

/**
 * How a mailbox keeps body lines that begin with "From " from being taken for separators: `none` (mboxcl2 counts
 * instead), `single` (mboxo, mboxcl, Thunderbird, Gmail: only "From " gets a ">"), `every` (mboxrd: each ">From " too).
 */
export type MboxQuoting = 'none' | 'single' | 'every'

const LF = 0x0a
const QUOTE = 0x3e
const NEEDLE = Buffer.from('From ')

/** Calls back for each line `>*From ` of the body with its start and the number of marks before "From ". */
function eachFromLine(bytes: Buffer, use: (lineStart: number, marks: number) => void): void {
  const blank = /\r?\n\r?\n/.exec(bytes.toString('latin1', 0, Math.min(bytes.length, 1024 * 1024)))
  const bodyStart = blank ? blank.index + 1 : bytes.length
  for (let at = bytes.indexOf(NEEDLE, bodyStart); at !== -1; at = bytes.indexOf(NEEDLE, at + 1)) {
    let start = at
    while (start > 0 && bytes[start - 1] === QUOTE) start -= 1
    if (bytes[start - 1] === LF) use(start, at - start)
  }
}

/** What one message proves about the whole mailbox; null where it proves nothing. */
function quotingShownBy({ separator, bytes, counted }: RawMessage): MboxQuoting | null {
  // Both programs are known to quote "From " alone, whatever else stands in their mailboxes.
  if (/^From - /.test(separator) || /^From \d+@xxx /.test(separator)) return 'single'
  let deepest = 0
  let unquoted = false
  eachFromLine(bytes, (_, marks) => {
    deepest = Math.max(deepest, marks)
    if (marks === 0) unquoted = true
  })
  if (unquoted) return 'none'
  return deepest > 1 && !counted ? 'every' : null
}

/**
 * Decides how a mailbox quotes, from its own signs: the program that wrote the `From ` line; a body line that begins with
 * an unquoted "From " (nothing is quoted); a ">>From " (mboxrd, for a sender's own ">From " is likelier than ">>From ");
 * else `single`, which reads a lone ">From " as all variants do. What mboxo loses cannot be told afterwards: a sender's own
 * ">From " is read as "From ".
 */
export async function findQuoting(chunks: AsyncIterable<Uint8Array>): Promise<MboxQuoting> {
  for await (const message of splitRaw(chunks)) {
    const shown = quotingShownBy(message)
    if (shown) return shown
  }
  return 'single'
}

/** Takes the quoting marks of the mailbox off a message's body; the same buffer comes back where there are none. */
export function unquote(bytes: Buffer, quoting: MboxQuoting): Buffer {
  if (quoting === 'none') return bytes
  const pieces: Buffer[] = []
  let from = 0
  eachFromLine(bytes, (start, marks) => {
    if (marks === 0 || (quoting === 'single' && marks > 1)) return
    pieces.push(bytes.subarray(from, start))
    from = start + 1
  })
  return from === 0 ? bytes : Buffer.concat([...pieces, bytes.subarray(from)])
}
