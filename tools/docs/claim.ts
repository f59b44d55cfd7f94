import { TIERS, type Tier } from '../../tests/durability/tiers.ts'

/** A test that shows a promise: its file, and words that stand in it as a title. */
export interface Shown {
  file: string
  title: string
}

/** How often a promise is tried: with every commit and each night, from the table of tiers or, where it never changes, here. */
export type Count = keyof Tier | { gate: number | string; nightly: number | string }

/** One promise of the app. */
export interface Claim {
  promise: string
  shown: readonly Shown[]
  /** What is counted; null where a test shows it once and for all. */
  count: { what: string; of: Count } | null
  /** What it does not say. */
  limits: string
}

export interface Chapter {
  title: string
  claims: readonly Claim[]
}

export const gateOf = (of: Count): number | string => (typeof of === 'string' ? TIERS.gate[of] : of.gate)
export const nightlyOf = (of: Count): number | string =>
  typeof of === 'string' ? TIERS.nightly[of] : of.nightly

/** Tests of one file, by their titles. */
export const at = (file: string, ...titles: string[]): Shown[] => titles.map((title) => ({ file, title }))
/** A count that is the same by day and by night. */
export const same = (count: number | string): Count => ({ gate: count, nightly: count })
