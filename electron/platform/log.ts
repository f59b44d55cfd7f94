import type { Clock } from './clock.ts'
import type { Fact } from './facts.ts'

/**
 * Writes one line: a code and its facts. Codes are literals in capitals and facts are counts, ids and digests, so a
 * string that came from a case does not compile here.
 */
export type Log = (code: Uppercase<string>, facts?: Readonly<Record<string, Fact>>) => void

/** A log of JSON lines. `write` gets each line with its line feed: `process.stderr.write`, or a file. */
export const createLog =
  (clock: Clock, write: (line: string) => void): Log =>
  (code, facts = {}) =>
    write(`${JSON.stringify({ at: clock.now(), code, ...facts })}\n`)
