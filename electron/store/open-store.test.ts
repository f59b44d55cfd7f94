import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { closeConnection, connect } from './connect.ts'
import { openMigrated } from './open-store.ts'

const KEY = randomBytes(32)

const FIRST = [
  'create table parent (id integer primary key, name text)',
  'create table child (id integer primary key, parent integer references parent(id) on delete cascade)',
  "create trigger parent_sealed before update on parent begin select raise(abort, 'SEALED'); end",
]
/** What drizzle-kit writes to make a column NOT NULL; its pragmas do nothing inside the migrator's transaction. */
const REBUILD = [
  'PRAGMA foreign_keys=OFF',
  'CREATE TABLE `__new_parent` (id integer primary key, name text NOT NULL)',
  'INSERT INTO `__new_parent` SELECT id, name FROM parent',
  'DROP TABLE parent',
  'ALTER TABLE `__new_parent` RENAME TO parent',
  'PRAGMA foreign_keys=ON',
]
const TRIGGER_AGAIN = FIRST.slice(2)
/** More than fits into a small cache. */
const ADDED = [
  'create table added (a)',
  'with recursive n(a) as (select 1 union all select a + 1 from n where a < 300) insert into added select randomblob(5000) from n',
]

/** Writes a folder as drizzle-kit does, with one migration for each list of statements. */
function migrations(...all: readonly (readonly string[])[]): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'meta'))
  const entries = all.map((statements, idx) => {
    const tag = `${idx}_test`
    writeFileSync(join(folder, `${tag}.sql`), statements.join(';\n--> statement-breakpoint\n'))
    return { idx, version: '6', when: 1_000 + idx, tag, breakpoints: true }
  })
  const journal = { version: '7', dialect: 'sqlite', entries }
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(journal))
  return folder
}

let file: string
const open = (migrationsFolder: string, create = false) =>
  openMigrated({ file, key: KEY, migrationsFolder, create })

const rows = (raw: Database.Database, table: string) =>
  raw.prepare(`select count(*) from ${table}`).pluck().get()

/** The names in the store's folder once everything is closed: nothing may be left lying about. */
const leftOnDisk = () => readdirSync(dirname(file))

beforeEach(async () => {
  file = join(temporaryFolder(), 'store.db')
  const raw = await open(migrations(FIRST), true)
  raw.exec("insert into parent values (1, 'a'); insert into child values (1, 1), (2, 1)")
  closeConnection(raw)
})

let opened: Database.Database | undefined
afterEach(() => {
  opened?.close()
  opened = undefined
})

describe('a migration', () => {
  test('that rebuilds a table keeps the rows that hang on it', async () => {
    opened = await open(migrations(FIRST, [...REBUILD, ...TRIGGER_AGAIN]))
    expect([rows(opened, 'parent'), rows(opened, 'child')]).toEqual([1, 2])
    expect(opened.pragma('foreign_keys', { simple: true })).toBe(1)
    closeConnection(opened)
    expect(leftOnDisk()).toEqual(['store.db'])
  })

  test("would lose them without our way round: drizzle's own call deletes them and says nothing", () => {
    opened = connect(file, KEY, false)
    migrate(drizzle(opened), { migrationsFolder: migrations(FIRST, [...REBUILD, ...TRIGGER_AGAIN]) })
    expect([rows(opened, 'parent'), rows(opened, 'child')]).toEqual([1, 0])
  })

  test.each([
    ['loses a trigger', REBUILD, { what: 'triggers' }],
    ['leaves a child without its parent', ['delete from parent'], { what: 'references' }],
    ['breaks off in the middle', ['create table half (a)', 'insert into nowhere values (1)'], {}],
  ])('that %s is refused, and the file is what it was', async (_how, statements, data) => {
    const before = readFileSync(file)
    await expect(open(migrations(FIRST, statements))).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      data,
    })
    expect(leftOnDisk()).toEqual(['store.db'])
    expect(readFileSync(file).equals(before)).toBe(true)
    opened = await open(migrations(FIRST))
    expect(rows(opened, 'child')).toBe(2)
  })

  test('may drop a trigger by name', async () => {
    opened = await open(migrations(FIRST, ['drop trigger if exists parent_sealed']))
    opened.exec("update parent set name = 'b'")
  })

  test('holds the store from the first look to the end: whoever comes meanwhile is refused, and loses nothing', async () => {
    const opening = open(migrations(FIRST, ADDED))
    expect(() => connect(file, KEY, false)).toThrow('STORE_BUSY')
    opened = await opening
    expect(rows(opened, 'added')).toBe(300)
    closeConnection(opened)
    expect(leftOnDisk()).toEqual(['store.db'])
  })

  test('cut off at any moment leaves the store as it was, and once it is committed, migrated', async () => {
    const images: string[] = []
    const exec = Database.prototype.exec
    const running = vi.spyOn(Database.prototype, 'exec').mockImplementation(function (
      this: Database.Database,
      source,
    ) {
      this.pragma('cache_size = 5') // so that what is not committed yet lies in the log all the same
      exec.call(this, source)
      images.push(imageNow())
      return this
    })
    opened = await open(migrations(FIRST, ADDED))
    running.mockRestore()
    const migrated = imageNow()
    expect(images.filter((image) => statSync(`${image}-wal`).size > 1_000_000)).not.toEqual([])
    expect(images.map(contentOf)).toEqual(images.map(() => ['child', 'parent']))
    expect(contentOf(migrated)).toEqual(['added', 'child', 'parent'])
  })

  /** The store as a kill at this moment leaves it. */
  function imageNow(): string {
    const image = join(temporaryFolder(), 'store.db')
    for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, `${image}${end}`)
    return image
  }

  function contentOf(image: string): unknown[] {
    const raw = connect(image, KEY, false)
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(rows(raw, 'child')).toBe(2)
    const tables = raw
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like '\\_%' escape '\\' order by name",
      )
      .pluck()
      .all()
    closeConnection(raw)
    return tables
  }
})

test('with nothing pending, not a byte is written', async () => {
  const before = readFileSync(file)
  closeConnection(await open(migrations(FIRST)))
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a store that a newer app has migrated is refused as it is', async () => {
  closeConnection(await open(migrations(FIRST, ['create table later (a)'])))
  const before = readFileSync(file)
  await expect(open(migrations(FIRST))).rejects.toThrow('STORE_NEWER')
  expect(readFileSync(file).equals(before)).toBe(true)
})
