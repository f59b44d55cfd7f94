import type { Report } from './report.ts'
import type { Tier } from './tiers.ts'

/**
 * One thing that is tried many times. A part either has a function `run`, loaded when it is its turn, which plays as often
 * as `counts` says and reports figures; or it is a set of Vitest files that read `tier` from `tiers.ts` and give their
 * figures to `reportFigure` of `play-part.ts`. A violation never throws: it is reported, and the other parts go on.
 */
export type Part = {
  /** What `--part` calls it: a short lower-case word or two with hyphens. */
  readonly name: string
  /** What is tried, in a few words. */
  readonly title: string
} & (
  | { readonly run: (counts: Tier, report: Report) => Promise<void> }
  | {
      /** Vitest files, from the root of the repository. */
      readonly tests: readonly string[]
    }
)

/** Everything `npm run test:durability` plays, in this order. */
export const PARTS: readonly Part[] = [
  {
    name: 'tampering',
    title: 'Altered custody records and exports',
    run: async (counts, report) => (await import('./tampering/run.ts')).run(counts, report),
  },

  {
    name: 'kills',
    title: 'The program is killed at any moment',
    run: async (counts, report) => (await import('./kills/play-kills.ts')).playKills(counts, report),
  },
  {
    name: 'power-cuts',
    title: 'The power goes at any moment',
    run: async (counts, report) =>
      (await import('./power-cuts/play-power-cuts.ts')).playPowerCuts(counts, report),
  },
  {
    name: 'bugs',
    title: 'Durability bugs are planted, and must be caught',
    run: async (counts, report) => (await import('./power-cuts/play-power-cuts.ts')).playBugs(counts, report),
  },
  {
    name: 'failures',
    title: 'Every call to the disk fails once',
    run: async (counts, report) => (await import('./failures/play-failures.ts')).playFailures(counts, report),
  },
  {
    name: 'corruptions',
    title: 'Files are damaged, cut off and put back',
    run: async (counts, report) =>
      (await import('./corruptions/play-corruptions.ts')).playCorruptions(counts, report),
  },
  {
    name: 'keyrings',
    title: 'Keyrings are forged, and damage is told from a wrong passphrase',
    tests: ['electron/vault/hostile-keyrings.test.ts'],
  },
  {
    name: 'backups',
    title: 'Backups are made, restored and compared, and damaged ones refused',
    run: async (counts, report) => (await import('./backups/play-backups.ts')).playBackups(counts, report),
  },
  {
    name: 'bad-payloads',
    title: 'IPC: what a page must not send, to every channel',
    tests: ['tests/bridge/bad-payloads.test.ts'],
  },
  {
    name: 'canaries',
    title: 'plaintext canaries: what can be read anywhere on disk',
    tests: ['tests/durability/canaries/canaries.test.ts'],
  },
  {
    name: 'html',
    title: 'hostile HTML mail in Chromium, with layers taken away',
    run: async (counts, report) => (await import('../hostile/html/run.ts')).run(counts, report),
  },
  {
    name: 'fuzz',
    title: 'changed and composed inputs for every reader of foreign bytes',
    run: async (counts, report) => (await import('../hostile/fuzz/run.ts')).run(counts, report),
  },
]
