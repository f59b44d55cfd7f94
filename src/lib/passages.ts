/** A stretch of text in UTF-16 units, as `confirmations.mark` counts them. */
export interface Passage {
  start: number
  quote: string
}

/** The most a statement may quote. */
const LONGEST = 10_000

/** What a selection from `start` to `end` quotes, without blanks around it; null where nothing is left, or too much. */
export function passageOf(text: string, start: number, end: number): Passage | null {
  const selected = text.slice(start, end)
  const quote = selected.trim()
  if (quote === '' || quote.length > LONGEST) return null
  return { start: start + selected.indexOf(quote), quote }
}

export interface Piece<T> {
  text: string
  start: number
  /** What is marked here; undefined for the text between marks. */
  mark: T | undefined
}

/** Cuts a text at its marks. A mark that does not fit the text, or lies over another, is left out. */
export function cutAt<T extends { quote: string; quoteStart: number | null }>(
  text: string,
  marks: readonly T[],
): readonly Piece<T>[] {
  const pieces: Piece<T>[] = []
  let at = 0
  for (const mark of [...marks].sort((a, b) => (a.quoteStart ?? 0) - (b.quoteStart ?? 0))) {
    const start = mark.quoteStart ?? -1
    if (start < at || !text.startsWith(mark.quote, start)) continue
    if (start > at) pieces.push({ text: text.slice(at, start), start: at, mark: undefined })
    pieces.push({ text: mark.quote, start, mark })
    at = start + mark.quote.length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), start: at, mark: undefined })
  return pieces
}
