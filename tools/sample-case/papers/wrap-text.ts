/** Marks that may not begin a line in Chinese setting. */
const clinging = /^[，。；：、）”》！？,.;:)]/u

/** Breaks a line between Latin words and between any two Chinese characters, never before closing marks. */
export function wrapText(text: string, widthOf: (text: string) => number, room: number): string[] {
  const units = text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? ['']
  const lines: string[] = []
  let line = ''
  for (const unit of units) {
    if (line !== '' && !clinging.test(unit) && widthOf(line + unit.trimEnd()) > room) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += unit
  }
  lines.push(line.trimEnd())
  return lines
}
