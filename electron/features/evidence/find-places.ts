import { foldText } from './fold-text.ts'
import type { SearchQuery, Term } from './search-query.ts'
import { wordsOf } from './search-text.ts'

/** A passage of a text as written, in UTF-16 units. */
export interface Place {
  start: number
  end: number
}

/** Where terms that are looked for stand in a text, in order and without overlap; at most `most` of them, and read no further. */
export function findPlaces(written: string, query: SearchQuery, most: number): Place[] {
  const terms = query.groups.flat()
  const ahead = Math.max(...terms.map((term) => term.words.length))
  const words = writtenWords(written)
  const row: WrittenWord[] = []
  const places: Place[] = []
  while (places.length < most) {
    while (row.length < ahead) {
      const next = words.next()
      if (next.done) break
      row.push(next.value)
    }
    const [first] = row
    if (!first) break
    const length = longestAt(row, 0, terms)
    const last = row[length - 1]
    if (last) places.push({ start: first.start, end: last.end })
    row.splice(0, Math.max(1, length))
  }
  return places
}

/** Whether a text by itself answers a query. */
export function answersQuery(written: string, query: SearchQuery): boolean {
  const words = [...writtenWords(written)]
  const holds = (term: Term): boolean => words.some((_, at) => standsAt(words, at, term))
  return query.groups.every((group) => group.some(holds)) && !query.without.some(holds)
}

interface WrittenWord extends Place {
  word: string
}

/** Folded at once: the first place mostly stands in the first few lines, and what is behind it is not looked at. */
const WINDOW = 1_000

/** No word goes over these, and no mark of a letter: folded apart, both sides are as folded together. */
const BOUNDARY = /[\s\u4e00-\u9fff]/gu

/** The words of a text, folded, and where each stands in it as written. */
function* writtenWords(written: string): Generator<WrittenWord> {
  for (let from = 0; from < written.length; ) {
    BOUNDARY.lastIndex = from + WINDOW
    const to = BOUNDARY.exec(written)?.index ?? written.length
    const folded = foldText(written.slice(from, to))
    for (const { word, start, end } of wordsOf(folded))
      yield { word, start: from + (folded.starts[start] ?? 0), end: from + (folded.starts[end] ?? to - from) }
    from = to
  }
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
