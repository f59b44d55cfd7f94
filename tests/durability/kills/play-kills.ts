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
  /** About how long each step takes, ms. */
  spansMs: readonly number[]
}

interface Counts {
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
  const begun = { folder, built, template, steps }
  const play: Play = { ...begun, spansMs: await spansOf(begun) }
  const violations: string[] = []
  const counts: Counts = { killed: trials, acknowledged: 0, slowestOpenMs: 0 }
  let started = 0
  const worker = async (): Promise<void> => {
    for (let number = started++; number < trials; number = started++) {
      const one = await killOne(play, number)
      counts.acknowledged += one.acknowledged
      counts.slowestOpenMs = Math.max(counts.slowestOpenMs, one.openedMs)
      violations.push(...one.violations.map((each) => `trial ${number} of ${steps.join('+')}: ${each}`))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return { ...counts, violations }
}

/** How long each step takes when nobody interrupts it, ms. Also shows that they can be taken at all. */
async function spansOf({ folder, built, template, steps }: Omit<Play, 'spansMs'>): Promise<number[]> {
  const trial = { template, steps, places: copyTrial(template, join(folder, 'whole')) }
  const { child, noted } = await startTrial(built, trial)
  const spansMs: number[] = []
  for (const at of steps.keys()) {
    const begun = performance.now()
    await noted(notesBefore(steps, at + 1))
    spansMs.push(performance.now() - begun)
  }
  await ended(child)
  const notes = readNotes(trial.places.acks)
  const wrong = notes.find((note) => 'unexpected' in note || 'refused' in note)
  if (wrong || notes.filter((note) => 'done' in note).length !== steps.length)
    throw new Error(`Even uninterrupted: ${JSON.stringify(wrong ?? notes)}`)
  removeTrial(trial.places)
  return spansMs
}

/** A new passphrase is noted before and after. */
const notesBefore = (steps: readonly Step[], at: number): number =>
  steps.slice(0, at).reduce((sum, step) => sum + (step === 'passphrase' ? 2 : 1), 0)

/** Each step is met as often as the others, wherever the machine is slow; one that was over too soon is met earlier. */
async function killOne(play: Play, number: number) {
  const { folder, built, template, steps, spansMs } = play
  const random = seeded(number)
  const step = random.whole(steps.length)
  for (let waitMs = random.next() * (spansMs[step] ?? 0); ; waitMs /= 2) {
    const trial: Trial = { template, steps, places: copyTrial(template, join(folder, String(number))) }
    const { child, noted } = await startTrial(built, trial)
    await noted(notesBefore(steps, step))
    await sleep(waitMs)
    child.kill('SIGKILL')
    const wasKilled = (await ended(child)) === null
    const notes = readNotes(trial.places.acks)
    const checked = await checkTrial(trial, notes)
    removeTrial(trial.places)
    if (wasKilled || checked.violations.length > 0)
      return { ...checked, acknowledged: notes.filter((note) => 'done' in note).length }
  }
}
