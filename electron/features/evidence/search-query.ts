import { foldText } from './fold-text.ts'
import { wordsOf } from './search-text.ts'

/** A word or a phrase that is looked for: its words in a row, the last of them a beginning where `open`. */
export interface Term {
  words: readonly string[]
  open: boolean
}

/** What a search asks: of every group one term at least, and none of `without`. */
export interface SearchQuery {
  groups: readonly (readonly Term[])[]
  without: readonly Term[]
}

const PIECES = /(-?)(?:["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+))/gu

/** More than anyone types; each costs a look into the index. */
const TERMS_AT_MOST = 30

/**
 * Reads what was typed: every word must occur; "several words" in quotes stand in this order, and end there; −word must not
 * occur; OR between two words lets one of them do. A Latin word without quotes may be the beginning of a longer one. Null where
 * there is nothing to look for.
 */
export function readQuery(typed: string): SearchQuery | null {
  const groups: Term[][] = []
  const without: Term[] = []
  let either = false
  // A NUL, as text copied from a PDF may have, parts words.
  for (const { 1: minus, 2: quoted, 3: bare } of [...typed.replaceAll('\0', ' ').matchAll(PIECES)].slice(
    0,
    TERMS_AT_MOST,
  )) {
    if (bare === 'OR' && !minus && groups.length > 0) {
      either = true
      continue
    }
    const term = termOf(quoted ?? bare ?? '', quoted === undefined)
    if (!term) continue
    const last = groups.at(-1)
    if (minus) without.push(term)
    else if (either && last) last.push(term)
    else groups.push([term])
    either = false
  }
  return groups.length > 0 ? { groups, without } : null
}

function termOf(typed: string, bare: boolean): Term | null {
  const folded = foldText(typed)
  const words = [...wordsOf(folded)]
  const last = words.at(-1)
  if (!last) return null
  // Only a word still being typed is a beginning: one that a full stop closes is whole, and so is a Chinese character.
  const open = bare && last.end === folded.text.length && isOpen(last.word)
  return { words: words.map(({ word }) => word), open }
}

const isOpen = (word: string): boolean =>
  !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word)

/** A term as an FTS5 expression; its words hold letters and digits only. */
export const toExpression = ({ words, open }: Term): string => `"${words.join(' ')}"${open ? '*' : ''}`
