import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { verifyBundle, verifyStore } from '../../../electron/features/verification/index.ts'
import type { Program } from '../../../electron/ipc/program.ts'
import { TEMPORARY_PREFIX } from '../../../electron/platform/durable-file.ts'
import { errorCode, isFault } from '../../../electron/platform/fault.ts'
import { backupIdOf, findBackups } from '../../../electron/vault/backup/backup-place.ts'
import { proveBackup } from '../../../electron/vault/backup/prove-backup.ts'
import type { Note } from './acknowledged.ts'
import { openProgram } from './open-program.ts'
import { migrationsOf, type Trial } from './steps.ts'
import { PASSPHRASE } from './template.ts'

/** The longest an opening after a crash may take, ms. */
const REOPEN_MS = 2_000

export interface Checked {
  /** What must not be, each in a sentence; none where all is well. */
  readonly violations: string[]
  /** How long the vault took to open, ms. */
  readonly openedMs: number
}

/**
 * Starts the program over what a trial left and looks at everything: the vault opens, everything acknowledged is there and
 * byte for byte what it was, the database and the chain are whole, exports are whole or not there, nothing temporary is left.
 */
export async function checkTrial(trial: Trial, notes: readonly Note[]): Promise<Checked> {
  const violations: string[] = []
  const started = performance.now()
  const program = await unlock(trial, notes).catch((error: unknown) => {
    violations.push(`the vault does not open: ${errorCode(error) ?? String(error)}`)
  })
  const openedMs = performance.now() - started
  if (!program) return { violations, openedMs }
  if (openedMs > REOPEN_MS) violations.push(`it took ${Math.round(openedMs)} ms to open`)
  try {
    const { safekeeping, exhibits } = program.session.desk()
    // A lock does not wait for it: the folder may be a slow stick.
    await safekeeping.sweepUnfinished()
    await exhibits.sweepUnfinished()
    violations.push(...(await checkStore(program)))
    for (const note of notes) violations.push(...(await checkNote(program, note)))
    violations.push(...(await checkBackups(trial.places, program, notes)))
    violations.push(...(await checkExports(trial.places.exports, program)))
  } catch (error) {
    violations.push(`a check failed: ${errorCode(error) ?? String(error)}`)
  }
  await program.session.lock().catch((error: unknown) => {
    violations.push(`the vault does not close: ${errorCode(error) ?? String(error)}`)
  })
  violations.push(...temporaryFiles(trial.places.root))
  return { violations, openedMs }
}

/** With the passphrase last acknowledged, or with the one that was being set. */
async function unlock(trial: Trial, notes: readonly Note[]): Promise<Program> {
  let current = PASSPHRASE
  let coming: string | undefined
  for (const note of notes) {
    if ('begun' in note) coming = note.passphrase
    if ('done' in note && note.done === 'passphrase') [current, coming] = [note.passphrase, undefined]
  }
  const open = async (passphrase: string): Promise<Program> => {
    const program = await openProgram(trial.places.vault, migrationsOf(trial))
    await program.handlers['vault.unlock']({ passphrase })
    return program
  }
  try {
    return await open(current)
  } catch (error) {
    if (coming !== undefined && isFault(error, 'WRONG_PASSPHRASE')) return await open(coming)
    throw error
  }
}

async function checkStore({ vault }: Program): Promise<string[]> {
  const { store, freshness } = vault.opened()
  const unsound = [
    ...store.read.all(sql`select * from pragma_integrity_check where integrity_check <> 'ok'`),
    ...store.read.all(sql`select * from pragma_foreign_key_check`),
  ]
  const { problems } = await verifyStore(vault.opened())
  return [
    // The head record behind the chain is what an interruption leaves; anything else would frighten for nothing.
    ...(freshness.finding === 'SAME' || freshness.finding === 'HEAD_BEHIND'
      ? []
      : [`the opening raises an alarm: ${freshness.finding}`]),
    ...(unsound.length > 0 ? [`the database is not sound: ${JSON.stringify(unsound[0])}`] : []),
    // Bytes whose rows were cut off are kept, and are nobody's loss.
    ...problems
      .filter(({ code }) => code !== 'FILE_WITHOUT_ORIGINAL')
      .map(({ code, name }) => `${code} ${name}`),
  ]
}

async function checkNote({ session, vault }: Program, note: Note): Promise<string[]> {
  if ('unexpected' in note) return [`failed without a name during ${note.during}: ${note.unexpected}`]
  if (!('done' in note)) return []
  const { evidence, exhibits, custody } = session.desk()
  if (note.done === 'import') {
    const { lines } = evidence.getReceipt({ importId: note.importId, outcome: null, offset: 0, limit: 100 })
    const bytes = await Promise.all(lines.map(({ messageId }) => evidence.original(messageId ?? '')))
    const found = new Set(bytes.map((each) => createHash('sha256').update(each).digest('hex')))
    const lost = note.digests.filter((digest) => !found.has(digest))
    return lost.length > 0 ? [`acknowledged and lost: ${lost.length} messages of an import`] : []
  }
  if (note.done === 'export') {
    const { problems } = await verifyBundle(
      exhibits.getExportLocation(note.exportId),
      vault.opened().store.read,
    )
    return problems.map(({ code, name }) => `acknowledged export: ${code} ${name}`)
  }
  if (note.done === 'receipt') {
    const { verdict } = await custody.checkReceipt(note.text)
    return verdict === 'MATCHES' ? [] : [`acknowledged receipt: ${verdict}`]
  }
  return []
}

/**
 * Every finished backup, acknowledged or not, is proven again by restoring it into a scratch folder. One that was acknowledged
 * is there and counts, or has made room for a newer one of the same day.
 */
async function checkBackups(
  { backups, root }: Trial['places'],
  { vault, session }: Program,
  notes: readonly Note[],
): Promise<string[]> {
  const violations: string[] = []
  const there: string[] = []
  for (const place of await findBackups(backups)) {
    there.push(backupIdOf(place.name) ?? '')
    const request = { place, scratch: `${root}.proof`, files: null }
    await proveBackup(request, vault.opened().lendKeys(), () => undefined).catch((error: unknown) =>
      violations.push(`a finished backup is not whole: ${String(error)}`),
    )
  }
  const listed = await session.desk().safekeeping.list()
  for (const note of notes) {
    if (!('done' in note) || note.done !== 'backup') continue
    const state = listed.find(({ id }) => id === note.backupId)?.state
    // Gone: the rotation had removed it and was killed before it wrote so.
    if (state !== 'proven' && state !== 'removed' && state !== 'gone')
      violations.push(`an acknowledged backup is ${state ?? 'unknown'}`)
    // Ids tell their order (UUID version 7).
    if (!there.some((id) => id >= note.backupId))
      violations.push('an acknowledged backup is not there, and none after it')
  }
  return violations
}

/** What stands in the place for exports, acknowledged or not, must be whole, and known to the chain. */
async function checkExports(folder: string, { vault }: Program): Promise<string[]> {
  const violations: string[] = []
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const { problems } = await verifyBundle(join(folder, name), vault.opened().store.read)
    violations.push(
      ...problems.slice(0, 1).map(({ code }) => `an export is neither whole nor absent: ${code}`),
    )
  }
  return violations
}

const temporaryFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes(`/${TEMPORARY_PREFIX}`) || path.endsWith('.part'))
    .map((path) => `left behind: ${path}`)
