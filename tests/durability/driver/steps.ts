import type { Program } from '../../../electron/ipc/program.ts'
import { errorCode } from '../../../electron/platform/fault.ts'
import type { Note } from './acknowledged.ts'
import { ask, untilDone } from './ask.ts'
import { openProgram } from './open-program.ts'
import type { TrialPlaces } from './places.ts'
import { digestsIn, PASSPHRASE, type Template } from './template.ts'

/** What a person does, one after the other. `migration` opens the vault with the app of tomorrow, and only the first may be one. */
export const STEPS = [
  'import',
  'export-folder',
  'export-zip',
  'backup',
  'receipt',
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
  await attempt('end', () => ask(program, 'vault.lock', {}), add)
}

async function attempt(
  during: string,
  work: () => Promise<unknown>,
  add: (note: Note) => void,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    const code = errorCode(error)
    if (code !== undefined && /^[A-Z]+(_[A-Z]+)+$/u.test(code)) add({ refused: code, during })
    else add({ unexpected: error instanceof Error ? (error.stack ?? error.message) : String(error), during })
  }
}

class Player {
  readonly #program: Program
  readonly #trial: Trial
  readonly #add: (note: Note) => void
  #passphrase = PASSPHRASE
  /** One that was being set when that was refused: it may hold, or the one before. */
  #maybe: string | undefined
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
      case 'receipt':
        return this.#issueReceipt()
      case 'passphrase':
        return this.#changePassphrase()
      case 'lock':
        await ask(this.#program, 'vault.lock', {})
        return this.#add({ done: 'lock' })
    }
  }

  async #unlock(): Promise<void> {
    if (!this.#program.session.isLocked()) return
    try {
      await ask(this.#program, 'vault.unlock', { passphrase: this.#passphrase })
    } catch (error) {
      if (this.#maybe === undefined || errorCode(error) !== 'WRONG_PASSPHRASE') throw error
      await ask(this.#program, 'vault.unlock', { passphrase: this.#maybe })
      this.#passphrase = this.#maybe
    }
  }

  async #import(): Promise<void> {
    const { caseId, sources } = this.#trial.template
    const source = sources[this.#imports++ % sources.length] ?? ''
    const importId = await untilDone(this.#program, () => {
      const token = this.#program.choices.keep('import', { paths: [source] })
      return ask(this.#program, 'evidence.import', { caseId, token })
    })
    this.#add({ done: 'import', importId, digests: digestsIn(source) })
  }

  async #export(form: 'folder' | 'zip'): Promise<void> {
    const { places, template } = this.#trial
    const exportId = await untilDone(this.#program, () => {
      const token = this.#program.choices.keep('export', { folder: places.exports, form })
      return ask(this.#program, 'exhibits.export', { caseId: template.caseId, token })
    })
    this.#add({ done: 'export', exportId })
  }

  async #backUp(): Promise<void> {
    const { safekeeping } = this.#program.session.desk()
    if (safekeeping.settings().backupFolder === null) await safekeeping.setFolder(this.#trial.places.backups)
    const backupId = await untilDone(this.#program, () => ask(this.#program, 'backups.make', {}))
    this.#add({ done: 'backup', backupId })
  }

  async #issueReceipt(): Promise<void> {
    const { text } = await this.#program.session.desk().custody.issueReceipt(this.#trial.places.receipt)
    this.#add({ done: 'receipt', text })
  }

  async #changePassphrase(): Promise<void> {
    const [passphrase, newPassphrase] = [this.#passphrase, `${this.#passphrase} again`]
    this.#add({ begun: 'passphrase', passphrase: newPassphrase })
    this.#maybe = newPassphrase
    await ask(this.#program, 'vault.changePassphrase', { passphrase, newPassphrase, newKeyFile: false })
    this.#passphrase = newPassphrase
    this.#maybe = undefined
    this.#add({ done: 'passphrase', passphrase: newPassphrase })
  }
}
