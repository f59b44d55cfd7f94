import type { Step } from '../driver/steps.ts'
import { type Figure, type Report, timed } from '../report.ts'
import type { Tier } from '../tiers.ts'
import { BUGS, type BugName } from './bugs.ts'
import { runShards } from './run-shards.ts'
import type { Order, Outcome } from './shard.ts'

/** What the program is at when the power goes; each is recorded and cut as often as the others. */
const PLAYS: Record<string, readonly Step[]> = {
  import: ['import', 'import'],
  export: ['export-folder', 'export-zip'],
  keys: ['passphrase', 'lock', 'import', 'lock'],
  backup: ['backup', 'import', 'backup'],
  migration: ['migration', 'import'],
}
/** States looked at in one recording; after that a new one is made, for ids, keys and batches differ each time. */
const STATES_OF_ONE = 250
/** What a bug must show in at least, of all states looked at: less would be luck. */
const LEAST_SHARE = 0.05

/** Plan A2 of docs/security.md: the vault after power cuts, as two models of a file system leave it. */
export async function playPowerCuts(counts: Pick<Tier, 'powerCuts'>, report: Report): Promise<void> {
  const orders = ordersFor(counts.powerCuts)
  const { result, seconds } = await timed(() => runShards(orders))
  report.figure({
    what: 'simulated power cuts',
    counts: {
      states: sum(result, ({ states }) => states),
      recordings: result.length,
      'lost or corrupt': sum(result, ({ bad }) => bad),
    },
    violations: result.flatMap(({ violations }) => violations),
    seconds,
  })
}

/** Plan A3: the same with a bug planted in each recording. Here it is a violation when nothing is found. */
export async function playBugs(counts: Pick<Tier, 'statesPerBug'>, report: Report): Promise<void> {
  const names = Object.keys(BUGS) as BugName[]
  const orders = names.map(
    (bug, at): Order => ({
      name: `bug-${at}`,
      steps: BUGS[bug].steps,
      states: counts.statesPerBug,
      seed: at,
      bug,
    }),
  )
  const { result, seconds } = await timed(() => runShards(orders))
  report.figure(bugFigure(names, result, seconds))
}

function bugFigure(names: readonly BugName[], outcomes: readonly Outcome[], seconds: number): Figure {
  const shares = names.map((bug, at) => {
    const outcome = outcomes.find(({ name }) => name === `bug-${at}`)
    return { bug, share: outcome ? outcome.bad / outcome.states : 0 }
  })
  const missed = shares.filter(({ share }) => share < LEAST_SHARE)
  return {
    what: 'seeded durability bugs',
    counts: {
      planted: names.length,
      caught: names.length - missed.length,
      'states in all': sum(outcomes, ({ states }) => states),
      'percent of states, for the one seen least': Math.floor(
        100 * Math.min(...shares.map(({ share }) => share)),
      ),
    },
    violations: missed.map(
      ({ bug, share }) => `${bug}: shows in ${(100 * share).toFixed(1)} % of the states only`,
    ),
    seconds,
  }
}

function ordersFor(states: number): Order[] {
  const plays = Object.entries(PLAYS)
  const recordings = Math.max(plays.length, Math.ceil(states / STATES_OF_ONE))
  return Array.from({ length: recordings }, (_, at): Order => {
    const [name, steps] = plays[at % plays.length] ?? ['', []]
    const share = Math.floor(states / recordings) + (at < states % recordings ? 1 : 0)
    return { name, steps, states: share, seed: 1_000 + at }
  })
}

const sum = <T>(from: readonly T[], of: (each: T) => number): number =>
  from.reduce((total, each) => total + of(each), 0)
