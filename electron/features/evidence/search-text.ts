import { type FoldedText, fold } from './fold-text.ts'

/** To be raised whenever `toSearchText` gives other words for the same text: what is indexed is then indexed anew. */
export const SEARCH_VERSION = 2

// Chinese, Japanese and Korean are written without spaces: each character is a word of its own, and a word a phrase.
const WRITTEN_WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{N}\p{Co}]\p{M}*)+/gu

/** Words of a folded text, and where each stands in it. */
export function* wordsOf({ text }: FoldedText): Generator<{ word: string; start: number; end: number }> {
  for (const { 0: word, index } of text.matchAll(WORDS))
    yield { word, start: index, end: index + word.length }
}

/** The words of a text as the full-text index keeps them, parted by blanks or by what it takes for none of them. */
export const toSearchText = (written: string): string => fold(written).replace(WRITTEN_WITHOUT_SPACES, ' $& ')
