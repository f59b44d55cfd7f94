import { type Report, timed } from '../report.ts'
import { inScratchFolder } from '../scratch-folder.ts'
import { type Seeded, seeded } from '../seeded.ts'
import type { Tier } from '../tiers.ts'
import {
  damageExport,
  damageHead,
  damageKeyring,
  damageOriginal,
  damagePage,
  damageStore,
} from './by-file.ts'
import { damageLog, HELD_NOTHING, putBack } from './by-opening.ts'
import { makeSampleVault, type SampleVault } from './sample-vault.ts'

/** Undefined where the damage was seen and the damaged thing named, `HELD_NOTHING`, or what was not seen. */
export type Damage = (sample: SampleVault, random: Seeded, folder: string) => Promise<string | undefined>

/** Each kind of damage and its share of all, in thousandths: what takes a whole opening is played less often. */
const KINDS: readonly { what: string; share: number; damage: Damage }[] = [
  { what: 'a page of the database', share: 680, damage: damagePage },
  { what: 'the database file', share: 50, damage: damageStore },
  { what: 'an original', share: 120, damage: damageOriginal },
  { what: 'the head log', share: 80, damage: damageHead },
  { what: 'the keyring', share: 30, damage: damageKeyring },
  { what: 'an export', share: 10, damage: damageExport },
  { what: 'the write-ahead log', share: 20, damage: damageLog },
  { what: 'something older put back', share: 10, damage: putBack },
]

/** Plan A6, A7 and A8 of docs/security.md: bits turned over, files cut off, and older things put back. */
export async function playCorruptions(counts: Pick<Tier, 'corruptions'>, report: Report): Promise<void> {
  await inScratchFolder(async (folder) => {
    const sample = await makeSampleVault(folder)
    for (const [kind, { what, share, damage }] of KINDS.entries()) {
      const tries = Math.round((counts.corruptions * share) / 1_000)
      const violations: string[] = []
      let heldNothing = 0
      const { seconds } = await timed(async () => {
        // What held nothing is played besides, and counts for no try.
        for (let number = 0; number < tries + heldNothing; number += 1) {
          const random = seeded(kind * 1_000_000 + number)
          const missed = await damage(sample, random, folder).catch((error: unknown) => `threw ${error}`)
          if (missed === HELD_NOTHING) heldNothing += 1
          else if (missed !== undefined) violations.push(`${what}, try ${number}: ${missed}`)
        }
      })
      report.figure({
        what: `damage to ${what}`,
        counts: {
          tries,
          'seen and named': tries - violations.length,
          ...(heldNothing > 0 ? { [`besides ${HELD_NOTHING}`]: heldNothing } : {}),
        },
        violations,
        seconds,
      })
    }
  })
}
