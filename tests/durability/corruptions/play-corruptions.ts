import { type Figure, type Report, timed } from '../report.ts'
import { inScratchFolder } from '../scratch-folder.ts'
import { seeded } from '../seeded.ts'
import type { Tier } from '../tiers.ts'
import {
  damageExport,
  damageHead,
  damageKeyring,
  damageOriginals,
  damagePages,
  damageStore,
} from './by-file.ts'
import { damageLog, putBack } from './by-opening.ts'
import { type Damage, HELD_NOTHING, type Outcome } from './outcome.ts'
import { makeSampleVault } from './sample-vault.ts'

/** Each kind of damage and its share of all, in thousandths: what takes a whole opening is played less often. */
const KINDS: readonly { what: string; share: number; damage: Damage }[] = [
  { what: 'pages of the database', share: 680, damage: damagePages },
  { what: 'the database file', share: 50, damage: damageStore },
  { what: 'originals', share: 120, damage: damageOriginals },
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
      const played: Played = { named: 0, seen: 0, heldNothing: 0, violations: [] }
      const { seconds } = await timed(async () => {
        // What held nothing is played besides, and counts for no try.
        for (let number = 0; triesOf(played) < tries; number += 1) {
          const random = seeded(kind * 1_000_000 + number)
          const outcomes = await damage(sample, random, folder).catch((error: unknown): Outcome[] => [
            { missed: `threw ${error}` },
          ])
          for (const outcome of outcomes) count(played, outcome, `${what}, try ${number}`)
        }
      })
      report.figure(figureOf(what, played, seconds))
    }
    await sample.opened.session.lock()
  })
}

interface Played {
  named: number
  seen: number
  heldNothing: number
  violations: string[]
}

const triesOf = ({ named, seen, violations }: Played): number => named + seen + violations.length

function count(played: Played, outcome: Outcome, which: string): void {
  if (outcome === 'named' || outcome === 'seen') played[outcome] += 1
  else if (outcome === HELD_NOTHING) played.heldNothing += 1
  else played.violations.push(`${which}: ${outcome.missed}`)
}

function figureOf(what: string, played: Played, seconds: number): Figure {
  const { named, seen, heldNothing, violations } = played
  const counts = {
    tries: triesOf(played),
    ...(named > 0 ? { 'seen and named': named } : {}),
    ...(seen > 0 ? { 'seen where nothing can name it': seen } : {}),
    ...(heldNothing > 0 ? { [`besides ${HELD_NOTHING}`]: heldNothing } : {}),
  }
  return { what: `damage to ${what}`, counts, violations, seconds }
}
