/** A text this long without any command is parted. */
const LONG = 4096
const LF = 0x0a
const COMMANDS = new Set(['\\', '{', '}'].map((char) => char.charCodeAt(0)))
const EMPTY_GROUP = Buffer.from('{}')

/**
 * The same RTF with an empty group at the end of a line now and then, where text goes on for long without a command. Our
 * parser joins the lines of such text, and its time grows with the square of them.
 */
export function partLongText(rtf: Buffer): Buffer {
  const pieces: Buffer[] = []
  let start = 0
  let commandAt = 0
  for (let at = 0; at < rtf.length; at += 1) {
    const octet = rtf[at] ?? 0
    if (COMMANDS.has(octet)) commandAt = at
    if (octet !== LF || at - commandAt < LONG) continue
    pieces.push(rtf.subarray(start, at + 1), EMPTY_GROUP)
    start = at + 1
    commandAt = start
  }
  return pieces.length === 0 ? rtf : Buffer.concat([...pieces, rtf.subarray(start)])
}
