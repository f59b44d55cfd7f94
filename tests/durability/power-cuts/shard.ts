import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Note } from '../driver/acknowledged.ts'
import { checkTrial } from '../driver/check-trial.ts'
import { ended, startTrial } from '../driver/start-child.ts'
import type { Step, Trial } from '../driver/steps.ts'
import { makeTemplate } from '../driver/template.ts'
import { copyTrial, removeTrial } from '../scratch-folder.ts'
import { seeded } from '../seeded.ts'
import { shimmed } from '../shim/build-shim.ts'
import { type BugName, plant } from './bugs.ts'
import { Disk, type Model } from './disk.ts'
import { beginRecord, type DiskRecord, type Op } from './record.ts'
import { writeTree } from './write-tree.ts'

// A process of its own: records what the program does to its disk, and looks at the disk as power cuts would leave it.
// Takes its orders as JSON, gives an outcome as JSON, a line each. Runs under the shim, which spares it the waits for the disk.

/** One recording, and how many states of it are looked at: as it is, and then with each of the bugs planted in it. */
export interface Order {
  readonly name: string
  readonly steps: readonly Step[]
  readonly states: number
  readonly seed: number
  readonly bugs: readonly BugName[]
}

export interface ShardOrders {
  readonly folder: string
  /** The built driver, and the built shim. */
  readonly driver: string
  readonly shim: string
  readonly orders: readonly Order[]
}

/** What became of the states of one recording. */
export interface Outcome {
  readonly name: string
  /** Null for the recording as it is. */
  readonly bug: BugName | null
  readonly states: number
  /** States in which something was wrong. */
  readonly bad: number
  /** The first few, each with what plays it again. */
  readonly violations: readonly string[]
}

const MOST_TOLD = 5
const MODELS: readonly Model[] = ['ordered', 'minimal']

const { folder, driver, shim, orders }: ShardOrders = JSON.parse(process.argv[2] ?? '')
const template = await makeTemplate(folder)

async function fulfil(order: Order): Promise<void> {
  const { name, steps, seed, bugs } = order
  const trial: Trial = { template, steps, places: copyTrial(template, join(folder, `${name}-${seed}`)) }
  const { before, ops } = await record(trial)
  for (const bug of [null, ...bugs]) {
    const outcome = await cutAll(trial, order, { before, ops: bug ? plant(bug, ops) : ops }, bug)
    process.stdout.write(`${JSON.stringify(outcome)}\n`)
  }
  removeTrial(trial.places)
}

/** Cuts the power at moments that are, for the same seed, the same share of the way through whatever is planted. */
async function cutAll(
  trial: Trial,
  { name, states, seed }: Order,
  { before, ops }: DiskRecord,
  bug: BugName | null,
): Promise<Outcome> {
  const random = seeded(seed)
  const cuts = Array.from({ length: states }, () => 1 + random.whole(ops.length)).sort((a, b) => a - b)
  const disks = { ordered: new Disk(before, 'ordered'), minimal: new Disk(before, 'minimal') }
  const violations: string[] = []
  const notes: Note[] = []
  let [done, bad] = [0, 0]
  for (const [number, cut] of cuts.entries()) {
    for (; done < cut; done += 1) {
      const op = ops[done]
      if (op?.kind === 'note') notes.push(op.note)
      else if (op) for (const model of MODELS) disks[model].do(op)
    }
    const model = MODELS[number % 2] ?? 'minimal'
    writeTree(trial.places.root, disks[model].cut(random))
    const checked = await checkTrial(trial, notes)
    if (checked.violations.length === 0) continue
    bad += 1
    const where = `${name}, seed ${seed}, state ${number}: ${model}, cut after ${tell(ops[cut - 1])} (${cut} of ${ops.length})`
    if (bad <= MOST_TOLD) violations.push(`${where}: ${checked.violations.slice(0, 3).join('; ')}`)
  }
  return { name, bug, states, bad, violations }
}

/** Plays the trial to its end with the shim writing down everything. */
async function record(trial: Trial): Promise<DiskRecord> {
  const { root, acks } = trial.places
  const log = `${root}.log`
  const begun = beginRecord(root)
  const { child } = await startTrial(driver, trial, shimmed(shim, root, { SHIM_ACK: acks, SHIM_LOG: log }))
  const code = await ended(child)
  const made = begun.end(readFileSync(log))
  rmSync(log)
  const wrong = made.ops.find((op) => op.kind === 'note' && ('unexpected' in op.note || 'refused' in op.note))
  if (code !== 0 || wrong) throw new Error(`The recording itself failed: ${code} ${JSON.stringify(wrong)}`)
  return made
}

const tell = (op: Op | undefined): string => `${op?.kind ?? 'nothing'} ${op?.path ?? ''}`

for (const order of orders) await fulfil(order)
