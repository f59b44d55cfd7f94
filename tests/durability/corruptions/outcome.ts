import type { Seeded } from '../seeded.ts'
import type { SampleVault } from './sample-vault.ts'

/**
 * What the product said of one damaged thing. `named`: exactly that thing, by page, digest or file. `seen`: that something is wrong,
 * where nothing can tell which thing it is; each place that says so says why.
 */
export type Outcome = 'named' | 'seen' | typeof HELD_NOTHING | { readonly missed: string }

/** What is said of an older page that nothing was seen of, once it was proven: every table the chain commits to is the same. */
export const HELD_NOTHING = 'held nothing the chain commits to'

/** Damages one thing or several in one copy; one outcome for each. */
export type Damage = (sample: SampleVault, random: Seeded, folder: string) => Promise<Outcome[]>

/** An outcome for each damaged thing: all are named, and nothing else is, or none counts. */
export function exactly<T>(damaged: readonly T[], named: readonly T[]): Outcome[] {
  const isExact = damaged.length === named.length && damaged.every((each) => named.includes(each))
  return damaged.map((each) => (isExact ? 'named' : { missed: `${each}: named are ${named}` }))
}
