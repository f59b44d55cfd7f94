/** The first 100 visible characters, as the corpus notes them: blanks and invisible characters do not count. */
export function visible(text: string): string {
  return [...text.replace(/[\s\p{Cf}]+/gu, '')].slice(0, 100).join('')
}

/** One line of text with single blanks. */
export function oneLine(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}
