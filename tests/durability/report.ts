import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { TierName } from './tiers.ts'

/** One result: what was tried, how often each thing was counted, and everything that must not be. */
export interface Figure {
  /** What was tried, as it begins the line: `kill -9`. */
  readonly what: string
  /** Each count under the words it is printed with: `{ trials: 200, lost: 0 }`. */
  readonly counts: Readonly<Record<string, number>>
  /** Each in a sentence that says how to see it again, seed included; none where all is well. */
  readonly violations: readonly string[]
  readonly seconds: number
}

/** Where a part puts its results, as soon as it has them. */
export interface Report {
  figure(figure: Figure): void
}

const FOLDER = resolve(import.meta.dirname, '../../.cache/durability')
/** As many violations as a reader looks at; the count is given for the rest. */
const MOST_SHOWN = 20

const grouped = new Intl.NumberFormat('en')

/** `kill -9: 200 trials, 3,010 acknowledged, 0 lost, 41 s`. */
export function lineOf({ what, counts, violations, seconds }: Figure): string {
  const parts = Object.entries(counts).map(([name, count]) => `${grouped.format(count)} ${name}`)
  const wrong = violations.length > 0 ? [`${grouped.format(violations.length)} VIOLATIONS`] : []
  return `${what}: ${[...parts, ...wrong].join(', ')}, ${Math.round(seconds)} s`
}

/** The line of a figure, and below it what was wrong. */
export const linesOf = (figure: Figure): string[] => [
  lineOf(figure),
  ...figure.violations.slice(0, MOST_SHOWN).map((violation) => `  ${violation}`),
]

/**
 * Keeps the figures of one part in `.cache/durability/<tier>/<part>.json`, outside git: what `docs/claims.md` is made of.
 * One figure replaces the one of the same name.
 */
export function keepFigure(tier: TierName, part: string, figure: Figure): void {
  const path = fileOf(tier, part)
  mkdirSync(join(FOLDER, tier), { recursive: true })
  const kept = keptFigures(tier, part).filter(({ what }) => what !== figure.what)
  writeFileSync(
    path,
    `${JSON.stringify({ tier, part, at: new Date().toISOString(), figures: [...kept, figure] })}\n`,
  )
}

/** What was kept of the last run of a part; nothing where there was none. */
export function keptFigures(tier: TierName, part: string): Figure[] {
  try {
    const kept: { figures: Figure[] } = JSON.parse(readFileSync(fileOf(tier, part), 'utf8'))
    return kept.figures
  } catch {
    return []
  }
}

const fileOf = (tier: TierName, part: string): string => join(FOLDER, tier, `${part}.json`)

/** Runs `work` and gives how many seconds it took. */
export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const started = performance.now()
  const result = await work()
  return { result, seconds: (performance.now() - started) / 1000 }
}
