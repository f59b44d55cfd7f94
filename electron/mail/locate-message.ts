import { afterLine, lineTextEnd, type Source } from './source.ts'

const MBOX_LINES = [/^>?From /, /^>From -/]
const BOM = Buffer.from([0xef, 0xbb, 0xbf])

/** Where the message itself lies: behind a byte order mark, blank lines, an mbox `From ` line or an emlx length line. */
export function locateMessage(source: Source): { start: number; end: number } {
  const { lines } = source
  let start = lines.subarray(0, 3).equals(BOM) ? 3 : 0
  let end = lines.length
  while (start < end) {
    const after = afterLine(lines, start, end)
    const text = lines.toString('latin1', start, Math.min(lineTextEnd(lines, start, after), start + 200))
    if (/^\d{1,12}\s*$/.test(text) && start + Number(text) <= lines.length) {
      end = Math.min(end, after + Number(text))
    } else if (text.trim() !== '' && !MBOX_LINES.some((line) => line.test(text))) {
      break
    }
    start = after
  }
  return { start, end }
}
