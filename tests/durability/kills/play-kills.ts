import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readNotes } from '../driver/acknowledged.ts'
import { buildChild } from '../driver/build-child.ts'
import { checkTrial } from '../driver/check-trial.ts'
import { ended, startTrial } from '../driver/start-child.ts'
import type { Step, Trial } from '../driver/steps.ts'
import { makeTemplate, type Template } from '../driver/template.ts'
import { type Report, timed } from '../report.ts'
import { copyTrial, inScratchFolder, removeTrial } from '../scratch-folder.ts'
import { seeded } from '../seeded.ts'
import type { Tier } from '../tiers.ts'

/** What the program is at when it is killed, each as often as the others. */
const PLAYS: Record<string, readonly Step[]> = {
  import: ['import', 'import', 'import', 'import', 'import', 'import'],
  export: ['export-folder', 'export-zip', 'export-folder', 'export-zip'],
  backup: ['backup', 'import', 'backup'],
  migration: ['migration', 'import'],
  lock: ['lock', 'import', 'lock', 'passphrase', 'lock', 'passphrase', 'import', 'lock'],
}
const AT_ONCE = 2

interface Play {
  folder: string
  built: string
  template: Template
  steps: readonly Step[]
}

interface Counts {
  trials: number
  killed: number
  acknowledged: number
  slowestOpenMs: number
}

/** Plan A1 of docs/security.md: kills the program at any moment and looks at what the next start finds. */
export async function playKills(counts: Pick<Tier, 'kills'>, report: Report): Promise<void> {
  const built = await buildChild('driver/child.ts')
  for (const [at, [name, steps]] of Object.entries(PLAYS).entries()) {
    const share = Object.keys(PLAYS).length
    const trials = Math.floor(counts.kills / share) + (at < counts.kills % share ? 1 : 0)
    const { result, seconds } = await timed(() =>
      inScratchFolder((folder) => killAll({ folder, built, steps }, trials)),
    )
    const { violations, ...counted } = result
    report.figure({
      what: `kill -9 during ${name}`,
      counts: {
        trials: counted.trials,
        killed: counted.killed,
        acknowledged: counted.acknowledged,
        'lost or corrupt': violations.length,
        'ms for the slowest opening': Math.round(counted.slowestOpenMs),
      },
      violations,
      seconds,
    })
  }
}

async function killAll(
  { folder, built, steps }: { folder: string; built: string; steps: readonly Step[] },
  trials: number,
): Promise<Counts & { violations: string[] }> {
  const template = await makeTemplate(folder)
  const play: Play = { folder, built, template, steps }
  const spanMs = await spanOf(play)
  const violations: string[] = []
  const counts: Counts = { trials, killed: 0, acknowledged: 0, slowestOpenMs: 0 }
  let started = 0
  const worker = async (): Promise<void> => {
    for (let number = started++; number < trials; number = started++) {
      const one = await killOne(play, number, spanMs)
      counts.killed += one.killed ? 1 : 0
      counts.acknowledged += one.acknowledged
      counts.slowestOpenMs = Math.max(counts.slowestOpenMs, one.openedMs)
      violations.push(...one.violations.map((each) => `trial ${number} of ${steps.join('+')}: ${each}`))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return { ...counts, violations }
}

/** How long the steps take when nobody interrupts them, ms. Also shows that they can be taken at all. */
async function spanOf({ folder, built, template, steps }: Play): Promise<number> {
  const trial = { template, steps, places: copyTrial(template, join(folder, 'whole')) }
  const child = await startTrial(built, trial)
  const begun = performance.now()
  await ended(child)
  const spanMs = performance.now() - begun
  const notes = readNotes(trial.places.acks)
  const wrong = notes.find((note) => 'unexpected' in note || 'refused' in note)
  if (wrong || notes.filter((note) => 'done' in note).length !== steps.length)
    throw new Error(`Even uninterrupted: ${JSON.stringify(wrong ?? notes)}`)
  removeTrial(trial.places)
  return spanMs
}

async function killOne({ folder, built, template, steps }: Play, number: number, spanMs: number) {
  const trial: Trial = { template, steps, places: copyTrial(template, join(folder, String(number))) }
  const child = await startTrial(built, trial)
  await sleep(seeded(number).next() * spanMs)
  const killed = child.exitCode === null
  child.kill('SIGKILL')
  await ended(child)
  const notes = readNotes(trial.places.acks)
  const checked = await checkTrial(trial, notes)
  removeTrial(trial.places)
  return { ...checked, killed, acknowledged: notes.filter((note) => 'done' in note).length }
}
