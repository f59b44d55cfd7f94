import type { Program } from '../../../electron/ipc/program.ts'
import { errorCode } from '../../../electron/platform/fault.ts'
import type { Note } from './acknowledged.ts'
import { openProgram } from './open-program.ts'
import type { TrialPlaces } from './places.ts'
import { digestsIn, importFolder, JobEnded, PASSPHRASE, type Template } from './template.ts'

/** What a person does, one after the other. `migration` opens the vault with the app of tomorrow, and only the first may be one. */
export const STEPS = [
  'import',
  'export-folder',
  'export-zip',
  'backup',
  'lock',
  'passphrase',
  'migration',
] as const
export type Step = (typeof STEPS)[number]

export interface Trial {
  readonly places: TrialPlaces
  readonly template: Template
  readonly steps: readonly Step[]
}

/** The migrations a trial opens its vault with. */
export const migrationsOf = ({ template, steps }: Pick<Trial, 'template' | 'steps'>): string =>
  steps.includes('migration') ? template.nextMigrations : template.migrations

/**
 * Unlocks the vault of the trial and takes the steps; `add` is told what is done as soon as the person would be told. A
 * step that is refused with a code of the program's own is noted, and the next one is taken.
 */
export async function play(trial: Trial, add: (note: Note) => void): Promise<void> {
  const program = await openProgram(trial.places.vault, migrationsOf(trial))
  const player = new Player(program, trial, add)
  for (const step of trial.steps) await attempt(step, () => player.take(step), add)
  await attempt('end', () => program.session.lock(), add)
}

async function attempt(during: string, work: () => Promise<void>, add: (note: Note) => void): Promise<void> {
  try {
    await work()
  } catch (error) {
    const code = errorCode(error)
    if (code !== undefined && /^[A-Z]+(_[A-Z]+)+$/u.test(code) && code !== 'UNEXPECTED')
      add({ refused: code, during })
    else add({ unexpected: error instanceof Error ? (error.stack ?? error.message) : String(error), during })
  }
}

class Player {
  readonly #program: Program
  readonly #trial: Trial
  readonly #add: (note: Note) => void
  #passphrase = PASSPHRASE
  #imports = 0

  constructor(program: Program, trial: Trial, add: (note: Note) => void) {
    this.#program = program
    this.#trial = trial
    this.#add = add
  }

  async take(step: Step): Promise<void> {
    await this.#unlock()
    switch (step) {
      case 'migration':
        return this.#add({ done: 'migration' })
      case 'import':
        return this.#import()
      case 'export-folder':
        return this.#export('folder')
      case 'export-zip':
        return this.#export('zip')
      case 'backup':
        return this.#backUp()
      case 'passphrase':
        return this.#changePassphrase()
      case 'lock':
        await this.#program.session.lock()
        return this.#add({ done: 'lock' })
    }
  }

  async #unlock(): Promise<void> {
    if (this.#program.session.isLocked())
      await this.#program.handlers['vault.unlock']({ passphrase: this.#passphrase })
  }

  async #import(): Promise<void> {
    const { caseId, sources } = this.#trial.template
    const source = sources[this.#imports++ % sources.length] ?? ''
    const importId = await importFolder(this.#program.session.desk(), caseId, source)
    this.#add({ done: 'import', importId, digests: digestsIn(source) })
  }

  async #export(form: 'folder' | 'zip'): Promise<void> {
    const { exhibits, jobs } = this.#program.session.desk()
    const { jobId, exportId } = exhibits.export(this.#trial.template.caseId, this.#trial.places.exports, form)
    const job = await jobs.ended(jobId)
    if (job?.state !== 'done') throw new JobEnded(job?.failure?.code ?? 'UNKNOWN')
    this.#add({ done: 'export', exportId })
  }

  async #backUp(): Promise<void> {
    const { safekeeping, jobs } = this.#program.session.desk()
    if (safekeeping.settings().backupFolder === null) await safekeeping.setFolder(this.#trial.places.backups)
    const { jobId, backupId } = safekeeping.make()
    const job = await jobs.ended(jobId)
    if (job?.state !== 'done') throw new JobEnded(job?.failure?.code ?? 'UNKNOWN')
    this.#add({ done: 'backup', backupId })
  }

  async #changePassphrase(): Promise<void> {
    const passphrase = `${this.#passphrase} again`
    this.#add({ begun: 'passphrase', passphrase })
    await this.#program.vault.keys.changePassphrase({ passphrase: this.#passphrase }, passphrase)
    this.#passphrase = passphrase
    this.#add({ done: 'passphrase', passphrase })
  }
}
