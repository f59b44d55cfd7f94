// Chinese, Japanese and Korean are written without spaces: each character becomes a token of its own, and a word a phrase.
const WRITTEN_WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** Text as the full-text index wants it: composed (NFC), so that one spelling of a character finds the other. */
export const toSearchText = (text: string): string =>
  text.normalize('NFC').replace(WRITTEN_WITHOUT_SPACES, ' $& ')

/**
 * What a person typed as an FTS5 expression: every word must occur; a Chinese word as a phrase of its characters, a
 * Latin word as a beginning. Null where nothing searchable was typed.
 */
export function toSearchExpression(typed: string): string | null {
  // A NUL, as text copied from a PDF may have, ends an expression for SQLite in the middle of its quotes.
  const words = typed.split(/[\s\0]+/u).filter(isSearchable)
  if (words.length === 0) return null
  return words
    .map((word) => `"${toSearchText(word).replaceAll('"', '""').trim()}"${endsOpen(word) ? '*' : ''}`)
    .join(' AND ')
}

const isSearchable = (word: string): boolean => /[\p{L}\p{N}]/u.test(word)

/** A Latin word may be the beginning of a longer one; a Chinese character is whole. */
const endsOpen = (word: string): boolean => {
  const last = word.at(-1) ?? ''
  return /[\p{L}\p{N}]/u.test(last) && toSearchText(last) === last
}
