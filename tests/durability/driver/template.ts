import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Desk } from '../../../electron/ipc/desk.ts'
import { caseDraft } from '../../support/case-draft.ts'
import { rawMail } from '../../support/raw-mail.ts'
import { openProgram } from './open-program.ts'
import { trialPlaces } from './places.ts'

export const PASSPHRASE = 'ninety green turtles hum'

/** A vault to begin every trial with, and what is imported into it. */
export interface Template {
  /** To be copied whole: a trial as it stands before its first step. */
  readonly trial: string
  readonly caseId: string
  /** Folders of e-mails, one for each import a trial may make. */
  readonly sources: readonly string[]
  /** The migrations of this app, and the same with one that it does not have yet. */
  readonly migrations: string
  readonly nextMigrations: string
}

const MIGRATIONS = resolve(import.meta.dirname, '../../../drizzle')
/** Mails of one import: two in the database, one of 64 KiB and more in the file store. */
const SIZES = [2_000, 20_000, 70_000]
const IMPORTS = 12
const OWED = '我司确认尚欠货款148,200.00美元。'

/** Makes the template below `folder`: a case with one import and an exhibit list ready to export, locked. */
export async function makeTemplate(folder: string): Promise<Template> {
  const trial = join(folder, 'trial')
  const places = trialPlaces(trial)
  for (const each of [places.exports, places.backups]) mkdirSync(each, { recursive: true })
  const sources = Array.from({ length: IMPORTS }, (_, at) => writeSource(join(folder, 'sources'), at))
  const program = await openProgram(places.vault, MIGRATIONS)
  const { recoveryCode } = await program.vault.create(PASSPHRASE)
  await program.handlers['vault.proveRecovery']({ recoveryCode })
  const caseId = await prepareCase(program.session.desk(), writeFirst(join(folder, 'first')))
  await program.session.lock()
  const nextMigrations = writeNextMigrations(join(folder, 'migrations'))
  return { trial, caseId, sources, migrations: MIGRATIONS, nextMigrations }
}

async function prepareCase(desk: Desk, source: string): Promise<string> {
  const caseId = desk.cases.add(caseDraft({ forums: ['prc-court'] }))
  await importFolder(desk, caseId, source)
  const page = { caseId, search: '', order: 'date', filter: {}, offset: 0, limit: 10 } as const
  const messageId = desk.evidence.list(page).rows[0]?.id ?? ''
  const debt = desk.confirmations.mark({ messageId, kind: 'debt', quote: OWED, quoteStart: 0 })
  desk.exhibits.addFromStatements(caseId, [debt], null)
  return caseId
}

/** Imports a folder and gives the id of the import. Throws where the job ends otherwise than done. */
export async function importFolder(desk: Desk, caseId: string, folder: string): Promise<string> {
  const { jobId, importId } = desk.evidence.import(caseId, [folder])
  const job = await desk.jobs.ended(jobId)
  if (job?.state !== 'done') throw new Error(`An import ended with ${job?.failure?.code ?? 'nothing'}`)
  return importId
}

/** SHA-256 of every e-mail in a source folder. */
export const digestsIn = (folder: string): string[] =>
  SIZES.map((_, at) =>
    createHash('sha256')
      .update(readFileSync(join(folder, `${at}.eml`)))
      .digest('hex'),
  )

function writeSource(folder: string, number: number): string {
  const source = join(folder, String(number))
  mkdirSync(source, { recursive: true })
  for (const [at, size] of SIZES.entries()) {
    const body = `Message ${number}.${at}\n${'We confirm the delivery of the pumps.\n'.repeat(size / 38)}`
    const words = { from: 'Li Qiang <li@hongda.example.cn>', subject: `Pumps ${number}.${at}`, body }
    writeFileSync(
      join(source, `${at}.eml`),
      rawMail({
        ...words,
        messageId: `${number}.${at}@hongda.example.cn`,
        date: 'Mon, 16 Sep 2024 09:00:00 +0800',
      }),
    )
  }
  return source
}

function writeFirst(folder: string): string {
  mkdirSync(folder, { recursive: true })
  const file = { name: 'statement.csv', text: 'day,amount\n2024-09-01,148200.00\n' }
  const words = {
    from: 'Li Qiang <li@hongda.example.cn>',
    subject: 'Balance',
    messageId: 'first@hongda.example.cn',
  }
  writeFileSync(
    join(folder, 'first.eml'),
    rawMail({ ...words, date: 'Tue, 17 Sep 2024 09:00:00 +0800', body: OWED, file }),
  )
  return folder
}

/** One more migration, which copies many rows: there is something to cut off half-way. */
function writeNextMigrations(folder: string): string {
  cpSync(MIGRATIONS, folder, { recursive: true })
  writeFileSync(
    join(folder, '0999_trial.sql'),
    [
      'CREATE TABLE trial_rows (id integer primary key, note text not null);',
      'WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 400) INSERT INTO trial_rows SELECT id, hex(zeroblob(200)) FROM n;',
      'CREATE INDEX trial_notes ON trial_rows (note, id);',
    ].join('\n--> statement-breakpoint\n'),
  )
  const journalPath = join(folder, 'meta/_journal.json')
  const journal: {
    entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[]
  } = JSON.parse(readFileSync(journalPath, 'utf8'))
  const last = journal.entries.at(-1)
  if (!last) throw new TypeError('There are no migrations')
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: '0999_trial' })
  writeFileSync(journalPath, JSON.stringify(journal))
  return folder
}
