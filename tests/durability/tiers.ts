/** How often each test of the vault is played: with every commit, and by `npm run test:durability -- --tier nightly`. */
export interface Tier {
  /** Processes ended by SIGKILL during import, export, backup, migration and lock. */
  readonly kills: number
  /** Disk states after a simulated power cut. */
  readonly powerCuts: number
  /** Power-cut states tried for each seeded durability bug. */
  readonly statesPerBug: number
  /** Imports in the run of which every call to the disk fails once; with more than one it exports, too. */
  readonly failingImports: number
  /** Bits flipped, files cut and old pages put back. */
  readonly corruptions: number
  /** Altered audit chains, over the twelve kinds. */
  readonly tamperings: number
  /** Backups made, restored and compared. */
  readonly backups: number
  /** HTML mails shown in Chromium. */
  readonly htmlVectors: number
  /** Fuzzed inputs, over all readers. */
  readonly fuzzedInputs: number
  /** Bad payloads for each IPC channel. */
  readonly badPayloads: number
  /** Altered keyring files. */
  readonly keyrings: number
}

export const TIERS = {
  gate: {
    kills: 200,
    powerCuts: 2_000,
    statesPerBug: 60,
    failingImports: 1,
    corruptions: 5_000,
    tamperings: 1_200,
    backups: 20,
    htmlVectors: 400,
    fuzzedInputs: 100_000,
    badPayloads: 1_000,
    keyrings: 2_000,
  },
  nightly: {
    kills: 2_000,
    powerCuts: 50_000,
    statesPerBug: 1_000,
    failingImports: 4,
    corruptions: 500_000,
    tamperings: 12_000,
    backups: 200,
    htmlVectors: 2_000,
    fuzzedInputs: 5_000_000,
    badPayloads: 100_000,
    keyrings: 50_000,
  },
} as const satisfies Record<string, Tier>

export type TierName = keyof typeof TIERS

export const isTierName = (name: string): name is TierName => Object.hasOwn(TIERS, name)

/** The tier this run is of; `REDCHOP_TIER` names another than the gate. */
export const tierName: TierName = process.env.REDCHOP_TIER === 'nightly' ? 'nightly' : 'gate'

export const tier: Tier = TIERS[tierName]
