import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
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
 * Applies what is pending and checks the outcome: references, structure, and that every trigger made by a migration is
 * still there. Throws `MIGRATION_FAILED`, or what is wrong with the disk; the caller then puts the copy back.
 *
 * Foreign keys are off outside the call. Inside a migration SQLite ignores that switch, and the table rebuilds that
 * drizzle-kit writes would delete every child row without an error.
 */
export function applyMigrations(raw: Database.Database, migrationsFolder: string): void {
  raw.pragma('foreign_keys = OFF')
  try {
    migrate(drizzle(raw), { migrationsFolder })
    refuse('references', raw.pragma('foreign_key_check'))
    refuse(
      'structure',
      raw.prepare("select * from pragma_integrity_check where integrity_check <> 'ok'").all(),
    )
    refuse('triggers', missingTriggers(raw, migrationsFolder))
  } catch (error) {
    const fault = storeFault(error, raw.name)
    throw fault instanceof Fault ? fault : new Fault('MIGRATION_FAILED', {}, { cause: error })
  } finally {
    raw.pragma('foreign_keys = ON')
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
