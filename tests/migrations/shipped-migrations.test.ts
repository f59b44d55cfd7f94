import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openMigrated } from '../../electron/store/open-store.ts'
import * as schema from '../../electron/store/schema/index.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { MIGRATIONS } from '../support/test-vault.ts'

const tables = Object.values<unknown>(schema)
  .filter((value) => is(value, SQLiteTable))
  .map(getTableConfig)

let raw: Database.Database
beforeEach(async () => {
  const file = join(temporaryFolder(), 'store.db')
  raw = await openMigrated({ file, key: randomBytes(32), migrationsFolder: MIGRATIONS, create: true })
})
afterEach(() => raw.close())

interface Column {
  readonly name: string
  readonly type: string
  readonly notnull: number
}

/** Columns without their order: a column added later stands last in the file and anywhere in the code. */
const sorted = (columns: readonly Column[]) => columns.toSorted((a, b) => a.name.localeCompare(b.name))

test.each(tables.map((table) => [table.name, table] as const))(
  '%s is as the code declares it',
  (name, table) => {
    const inFile = raw
      .prepare<[string], Column>('select name, upper(type) as type, "notnull" from pragma_table_info(?)')
      .all(name)
    const declared = table.columns.map((column) => ({
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      notnull: column.notNull ? 1 : 0,
    }))
    expect(sorted(inFile)).toEqual(sorted(declared))
  },
)

test('every check and every index of the code is in the file', () => {
  const sqlOf = (name: string) =>
    raw.prepare('select sql from sqlite_master where name = ?').pluck().get(name)
  for (const { name, checks, indexes } of tables) {
    for (const check of checks) expect(sqlOf(name), check.name).toContain(`"${check.name}"`)
    for (const index of indexes) expect(sqlOf(index.config.name), index.config.name).toBeDefined()
  }
})

test('custody, audit and originals are sealed by triggers', () => {
  const triggers = raw.prepare("select name from sqlite_master where type = 'trigger'").pluck().all()
  for (const table of ['audit_entries', 'intakes', 'originals', 'exports'])
    expect(triggers).toEqual(expect.arrayContaining([`${table}_no_update`, `${table}_no_delete`]))
})
