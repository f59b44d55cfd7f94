import { SIMPLIFIED, TRADITIONAL } from './traditional-characters.ts'

/** A text as search reads it, and where each of its UTF-16 units stands in the text as written. */
export interface FoldedText {
  text: string
  /** For each unit of `text` the place of what it was made from; one more at the end: the length of the text as written. */
  starts: Uint32Array
}

const simplified = [...SIMPLIFIED]
const SIMPLIFIED_OF = new Map(
  [...TRADITIONAL].map((character, at) => [character, simplified[at] ?? character]),
)

/** Letters whose marks fold away; in other scripts a mark makes another letter (が is not か). */
const MARKED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u

/**
 * One character with its marks as search reads it: full-width and other compatibility forms as the plain ones (NFKC), small
 * letters, Latin ones without accents, traditional Chinese characters as the simplified ones.
 */
function foldCharacter(written: string): string {
  const known = FOLDED.get(written)
  if (known !== undefined) return known
  const plain = written.normalize('NFKC').toLowerCase()
  const bare = MARKED.test(plain) ? plain.normalize('NFD').replace(/\p{M}/gu, '') : plain
  let folded = ''
  for (const character of bare) folded += SIMPLIFIED_OF.get(character) ?? character
  if (FOLDED.size < KNOWN_AT_MOST) FOLDED.set(written, folded)
  return folded
}

/** Characters folded so far: a text repeats a few thousand, and a hostile one must not fill the memory. */
const FOLDED = new Map<string, string>()
const KNOWN_AT_MOST = 20_000

/**
 * What folding must look at, each with its marks, those of half-width kana among them: neither ASCII without marks nor the
 * Chinese characters of the two great blocks that are simplified already, of which most texts consist.
 */
const FOLDING = new RegExp(
  `\\p{ASCII}\\p{M}{1,30}|[${TRADITIONAL}]|[^\\p{ASCII}\\u3400-\\u4dbf\\u4e00-\\u9fff][\\p{M}\\uff9e\\uff9f]{0,30}`,
  'gu',
)

/** A text as search reads it: what was typed one way is found in the other. */
export const fold = (written: string): string => written.replace(FOLDING, foldCharacter).toLowerCase()

/** As `fold`, with the way back to the text as written. */
export function foldText(written: string): FoldedText {
  let text = ''
  const starts: number[] = []
  const take = (folded: string, index: number, step: 0 | 1): void => {
    for (let at = 0; at < folded.length; at += 1) starts.push(index + at * step)
    text += folded
  }
  let done = 0
  for (const { 0: piece, index } of written.matchAll(FOLDING)) {
    take(written.slice(done, index).toLowerCase(), done, 1)
    take(foldCharacter(piece), index, 0)
    done = index + piece.length
  }
  take(written.slice(done).toLowerCase(), done, 1)
  starts.push(written.length)
  return { text, starts: Uint32Array.from(starts) }
}
