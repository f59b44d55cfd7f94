import type { Pattern } from './find-patterns.ts'

/** Characters a sender would try: one of each class, and what separates things in mail. */
const COMMON = [...' \t\n\r\0aAx1.,:;=-_"\'\\/()<>[]{}@?!*+&%#|~字写：。']
/** As many of the pattern's own words as are tried. */
const MOST_WORDS = 8

/** An exponential pattern shows on short texts already; by small steps it is found before it takes for ever. */
const SHORT = Array.from({ length: 16 }, (_, at) => 8 + 4 * at)
const SHORT_MS = 50
/** What the square of this many characters takes cannot be overlooked, and what they take themselves hardly be measured. */
const LONG = 2 ** 14
const LONG_MS = 5
/** Eight times the text takes eight times as long, and its square sixty-four times. */
const [LESS, MOST_RATIO] = [LONG / 8, 20]

/** Runs of letters and marks that stand in the pattern as themselves: what leads to its inner loops. */
function wordsOf(source: string): string[] {
  const plain = source.replace(/\\[a-zA-Z](?:\{[^}]*\})?/gu, ' ').replaceAll('\\', '')
  const words = plain.match(/[\p{L}\d<~%=&-]+[[("'{:;?@]?/gu) ?? []
  return [...new Set(words)].filter((word) => word.length > 1).slice(0, MOST_WORDS)
}

/** Text pieces to repeat, and what to put before them. */
function piecesFor({ source }: Pattern): { pumps: string[]; prefixes: string[] } {
  const own = [...new Set(source.replace(/\\u[\da-f]{4}/giu, ''))]
  const words = wordsOf(source)
  const singles = [...new Set([...COMMON, ...own])]
  const joined = words.flatMap((word) => [`${word} `, `${word}"`, `${word}=`, `${word}1`, `${word}\n`])
  return { pumps: [...singles, ...words, ...joined], prefixes: ['', ...words] }
}

function msOf(pattern: Pattern, text: string): number {
  const compiled = new RegExp(pattern.source, pattern.flags)
  const started = performance.now()
  if (/[gy]/u.test(pattern.flags)) text.replace(compiled, '')
  else compiled.test(text)
  return performance.now() - started
}

const fastest = (pattern: Pattern, text: string): number =>
  Math.min(msOf(pattern, text), msOf(pattern, text), msOf(pattern, text))

/** Whether it takes more than `ms` each time: once says nothing on a busy computer. */
const takes = (pattern: Pattern, text: string, ms: number): boolean =>
  msOf(pattern, text) > ms && fastest(pattern, text) > ms

/** A text on which the pattern takes more than its length allows, in words; null where none of those tried does. */
export function slowTextFor(pattern: Pattern): string | null {
  const { pumps, prefixes } = piecesFor(pattern)
  for (const prefix of prefixes) {
    for (const pump of pumps) {
      const textOf = (length: number): string => `${prefix}${pump.repeat(length / pump.length)}\u0001`
      const growth = (): number => msOf(pattern, textOf(LONG)) / fastest(pattern, textOf(LESS))
      const said = `${JSON.stringify(prefix)} and many ${JSON.stringify(pump)}`
      if (SHORT.some((length) => takes(pattern, textOf(length), SHORT_MS))) return said
      if (!takes(pattern, textOf(LONG), LONG_MS)) continue
      const ratio = Math.min(growth(), growth(), growth())
      if (ratio > MOST_RATIO) return `${said}: ${Math.round(ratio)} times as long for 8 times the text`
    }
  }
  return null
}
