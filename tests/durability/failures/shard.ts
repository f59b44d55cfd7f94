import { join } from 'node:path'
import type { Note } from '../driver/acknowledged.ts'
import { checkTrial } from '../driver/check-trial.ts'
import { play, type Step, type Trial } from '../driver/steps.ts'
import { makeTemplate } from '../driver/template.ts'
import { copyTrial, removeTrial } from '../scratch-folder.ts'
import { openControl } from './fault-control.ts'

// A process of its own under the shim: plays the same trial again and again, and each time another call to the disk fails.
// Takes its orders as JSON, gives an outcome as JSON, a line each.

/** Calls number `from`, `from + every` and so on of a trial fail in turn, until there are no more. */
export interface FailureOrder {
  readonly name: string
  readonly steps: readonly Step[]
  readonly errno: number
  /** Whether the disk stays so, as a full one does. */
  readonly sticky: boolean
  /** The codes that the program may give for it. */
  readonly codes: readonly string[]
  readonly from: number
  readonly every: number
}

export interface FailureOrders {
  readonly folder: string
  readonly control: string
  readonly orders: readonly FailureOrder[]
}

export interface FailureOutcome {
  readonly name: string
  readonly runs: number
  /** Runs in which the program said that something failed. */
  readonly refused: number
  readonly acknowledged: number
  readonly violations: readonly string[]
}

const { folder, control: controlPath, orders }: FailureOrders = JSON.parse(process.argv[2] ?? '')
const control = openControl(controlPath)
/** Of the run under way; none between two runs, where nothing may fail. */
let notes: Note[] | undefined
// What nobody awaits would end the app; it is as bad as something lost.
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => {
    if (notes) return void notes.push({ unexpected: String(error), during: 'nothing that awaits it' })
    console.error(error)
    process.exit(1)
  })

const template = await makeTemplate(folder)

async function fulfil(order: FailureOrder): Promise<FailureOutcome> {
  const { name, steps, from, every } = order
  const violations: string[] = []
  const counted = { runs: 0, refused: 0, acknowledged: 0 }
  for (let k = from, reached = true; reached; k += every) {
    const trial: Trial = { template, steps, places: copyTrial(template, join(folder, `${name}-${k}`)) }
    const failed = await playFailing(trial, order, k)
    // The last run had fewer calls than k: nothing failed in it, and nothing may have been refused.
    reached = failed.calls >= k
    const refused = failed.notes.some((note) => 'refused' in note)
    counted.runs += reached ? 1 : 0
    counted.refused += refused ? 1 : 0
    counted.acknowledged += failed.notes.filter((note) => 'done' in note).length
    const wrong = [...wrongCodes(order, failed.notes), ...(await checkTrial(trial, failed.notes)).violations]
    if (!reached && refused) wrong.push('refused although nothing failed')
    violations.push(...wrong.map((each) => `${name}, call ${k} fails: ${each}`))
    removeTrial(trial.places)
  }
  return { name, ...counted, violations }
}

async function playFailing(
  trial: Trial,
  { errno, sticky }: FailureOrder,
  k: number,
): Promise<{ notes: Note[]; calls: number }> {
  const taken: Note[] = []
  notes = taken
  control.failAt(k, errno, sticky)
  // What fails outside every step, the first opening say, is noted as the steps are.
  await play(trial, (note) => taken.push(note)).catch((error: unknown) => {
    taken.push({ unexpected: String(error), during: 'the opening' })
  })
  notes = undefined
  return { notes: taken, calls: control.clear() }
}

const wrongCodes = ({ codes }: FailureOrder, told: readonly Note[]): string[] =>
  told.flatMap((note) =>
    'refused' in note && !codes.includes(note.refused)
      ? [`it said ${note.refused} during ${note.during}`]
      : [],
  )

for (const order of orders) process.stdout.write(`${JSON.stringify(await fulfil(order))}\n`)
control.close()
