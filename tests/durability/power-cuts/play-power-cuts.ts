import type { Step } from '../driver/steps.ts'
import { type Report, timed } from '../report.ts'
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

/**
 * Plan A3: bugs planted in recordings of the program. Each recording is cut without any bug first, and nothing may be found in
 * it: what is found with a bug is then due to the bug. Here it is a violation when too little is found.
 */
export async function playBugs(counts: Pick<Tier, 'statesPerBug'>, report: Report): Promise<void> {
  const orders = ordersWithBugs(counts.statesPerBug)
  const { result, seconds } = await timed(() => runShards(orders))
  const planted = result.filter(({ bug }) => bug !== null)
  const plain = result.filter(({ bug }) => bug === null)
  report.figure({
    what: 'the same recordings without a bug',
    counts: {
      recordings: plain.length,
      states: sum(plain, ({ states }) => states),
      'lost or corrupt': sum(plain, ({ bad }) => bad),
    },
    violations: plain.flatMap(({ violations }) => violations),
    seconds,
  })
  const missed = planted.filter((outcome) => shareOf(outcome) < LEAST_SHARE)
  report.figure({
    what: 'seeded durability bugs',
    counts: {
      planted: planted.length,
      caught: planted.length - missed.length,
      'states in all': sum(planted, ({ states }) => states),
      'percent of states, for the one seen least': Math.floor(100 * Math.min(...planted.map(shareOf))),
    },
    violations: missed.map(
      (each) => `${each.bug}: shows in ${(100 * shareOf(each)).toFixed(1)} % of the states only`,
    ),
    seconds,
  })
}

const shareOf = ({ bad, states }: Outcome): number => bad / states

/** Bugs of the same steps share a recording, but no more than this: the shards are to have about the same to do. */
const BUGS_OF_ONE = 4

function ordersWithBugs(states: number): Order[] {
  const bySteps = new Map<string, { steps: readonly Step[]; bugs: BugName[] }[]>()
  for (const bug of Object.keys(BUGS) as BugName[]) {
    const { steps } = BUGS[bug]
    const orders = bySteps.get(steps.join()) ?? []
    bySteps.set(steps.join(), orders)
    if ((orders.at(-1)?.bugs.length ?? BUGS_OF_ONE) >= BUGS_OF_ONE) orders.push({ steps, bugs: [] })
    orders.at(-1)?.bugs.push(bug)
  }
  return [...bySteps.values()]
    .flat()
    .sort((a, b) => b.bugs.length - a.bugs.length)
    .map((order, seed) => ({ ...order, name: `bugs-${seed}`, states, seed }))
}

function ordersFor(states: number): Order[] {
  const plays = Object.entries(PLAYS)
  const recordings = Math.max(plays.length, Math.ceil(states / STATES_OF_ONE))
  return Array.from({ length: recordings }, (_, at): Order => {
    const [name, steps] = plays[at % plays.length] ?? ['', []]
    const share = Math.floor(states / recordings) + (at < states % recordings ? 1 : 0)
    return { name, steps, states: share, seed: 1_000 + at, bugs: [] }
  })
}

const sum = <T>(from: readonly T[], of: (each: T) => number): number =>
  from.reduce((total, each) => total + of(each), 0)
