import { foldText } from './fold-text.ts'
import type { SearchQuery, Term } from './search-query.ts'
import { wordsOf } from './search-text.ts'

/** A passage of a text as written, in UTF-16 units. */
export interface Place {
  start: number
  end: number
}

/** Where terms that are looked for stand in a text, in order and without overlap; at most `most` of them. */
export function findPlaces(written: string, query: SearchQuery, most: number): Place[] {
  const terms = query.groups.flat()
  const folded = foldText(written)
  const words = [...wordsOf(folded)]
  const places: Place[] = []
  for (let at = 0; at < words.length && places.length < most; ) {
    const length = longestAt(words, at, terms)
    const [first, last] = [words[at], words[at + length - 1]]
    if (length > 0 && first && last)
      places.push({ start: folded.starts[first.start] ?? 0, end: folded.starts[last.end] ?? written.length })
    at += Math.max(1, length)
  }
  return places
}

/** Whether a text by itself answers a query. */
export function answersQuery(written: string, query: SearchQuery): boolean {
  const words = [...wordsOf(foldText(written))]
  const holds = (term: Term): boolean => words.some((_, at) => standsAt(words, at, term))
  return query.groups.every((group) => group.some(holds)) && !query.without.some(holds)
}

type Words = readonly { word: string }[]

/** How many words the longest of the terms that begin here has; 0 where none does. */
const longestAt = (words: Words, at: number, terms: readonly Term[]): number =>
  terms.reduce(
    (longest, term) => (standsAt(words, at, term) ? Math.max(longest, term.words.length) : longest),
    0,
  )

const standsAt = (words: Words, at: number, term: Term): boolean =>
  term.words.every((wanted, step) => {
    const word = words[at + step]?.word
    return (
      word !== undefined &&
      (term.open && step === term.words.length - 1 ? word.startsWith(wanted) : word === wanted)
    )
  })
