import type Database from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { Fault } from '../platform/fault.ts'
import { storeFault } from './sqlite-errors.ts'

/** How far a database is behind the migrations that this app brings. */
export interface MigrationState {
  /** Nothing was ever applied: there is nothing to lose. */
  readonly fresh: boolean
  readonly pending: number
}

/** Compares the database with the folder. Throws `STORE_NEWER` when a newer app has migrated it. */
export function migrationState(raw: Database.Database, migrationsFolder: string): MigrationState {
  const known = readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis)
  const applied = appliedMigrations(raw)
  if (applied.some((when) => !known.includes(when))) throw new Fault('STORE_NEWER')
  return { fresh: applied.length === 0, pending: known.length - applied.length }
}

/**
 * Applies what is pending in one transaction, and commits it only when it has proven good: references, structure, and that every
 * trigger made by a migration is still there. Throws `MIGRATION_FAILED`, or what is wrong with the disk; then, and after a crash
 * at any moment before, the database is what it was. The lock is held all the while, so that no other process comes between.
 *
 * Foreign keys are off outside the transaction. Inside one SQLite ignores that switch, and the table rebuilds that drizzle-kit
 * writes would delete every child row without an error: drizzle's own `migrate` cannot be used, for it leaves nothing to check
 * before it commits.
 */
export function applyMigrations(raw: Database.Database, migrationsFolder: string): void {
  raw.pragma('foreign_keys = OFF')
  const migrate = raw.transaction(() => {
    applyPending(raw, migrationsFolder)
    refuse('references', raw.pragma('foreign_key_check'))
    refuse(
      'structure',
      raw.prepare("select * from pragma_integrity_check where integrity_check <> 'ok'").all(),
    )
    refuse('triggers', missingTriggers(raw, migrationsFolder))
  })
  try {
    migrate.immediate()
  } catch (error) {
    const fault = storeFault(error, raw.name)
    throw fault instanceof Fault ? fault : new Fault('MIGRATION_FAILED', {}, { cause: error })
  } finally {
    raw.pragma('foreign_keys = ON')
  }
}

/** Keeps drizzle's own record of what was applied. */
function applyPending(raw: Database.Database, migrationsFolder: string): void {
  raw.exec(
    'create table if not exists __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  )
  const applied = appliedMigrations(raw)
  const record = raw.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
  for (const { sql, hash, folderMillis } of readMigrationFiles({ migrationsFolder })) {
    if (applied.includes(folderMillis)) continue
    for (const statement of sql) raw.exec(statement)
    record.run(hash, folderMillis)
  }
}

function refuse(what: string, problems: unknown): void {
  if (!Array.isArray(problems) || problems.length > 0) throw new Fault('MIGRATION_FAILED', { what })
}

function appliedMigrations(raw: Database.Database): number[] {
  const table = raw.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get()
  if (table === undefined) return []
  return raw.prepare<[], number>('select created_at from __drizzle_migrations').pluck().all().map(Number)
}

const CREATED = /create\s+trigger\s+(?:if\s+not\s+exists\s+)?["`[]?(\w+)/giu
const DROPPED = /drop\s+trigger\s+(?:if\s+exists\s+)?["`[]?(\w+)/giu

/** A rebuilt table loses its triggers silently: one that is to go must be dropped by name. */
function missingTriggers(raw: Database.Database, migrationsFolder: string): string[] {
  const expected = new Set<string>()
  for (const statement of readMigrationFiles({ migrationsFolder }).flatMap(({ sql }) => sql)) {
    for (const [, name] of statement.matchAll(DROPPED)) expected.delete(name ?? '')
    for (const [, name] of statement.matchAll(CREATED)) expected.add(name ?? '')
  }
  const present = new Set(raw.prepare("select name from sqlite_master where type = 'trigger'").pluck().all())
  return [...expected].filter((name) => !present.has(name))
}
