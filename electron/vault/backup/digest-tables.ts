import { createHmac, type Hmac } from 'node:crypto'
import type Database from 'better-sqlite3'

/**
 * Each table, and the schema, digested in an order that does not depend on how the file was written: rows by primary key, or
 * by all their columns where there is none. Two stores with equal digests hold the same. Keyed, because the digests stand in
 * a manifest in clear, and a table of few possible contents could be guessed.
 */
export function digestTables(raw: Database.Database, key: Uint8Array): Record<string, string> {
  const digests: Record<string, string> = { schema: digestRows(raw, SCHEMA, key) }
  for (const name of raw.prepare<[], string>(TABLES).pluck().all())
    digests[`table ${name}`] = digestRows(raw, rowsOf(raw, name), key)
  return digests
}

const SCHEMA = 'select type, name, tbl_name, sql from sqlite_master order by type, name'
/** Virtual tables are left out: what they hold lies in tables of their own. */
const TABLES = `select name from sqlite_master
  where type = 'table' and sql not like 'create virtual%' order by name`

/** A name comes from the schema, whose pages are authenticated, and is quoted all the same. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

function rowsOf(raw: Database.Database, table: string): string {
  const columns = raw
    .prepare<[string], { name: string; pk: number }>('select name, pk from pragma_table_info(?)')
    .all(table)
  const keys = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  const order = (keys.length > 0 ? keys : columns).map(({ name }) => quoted(name)).join(', ')
  return `select ${columns.map(({ name }) => quoted(name)).join(', ')} from ${quoted(table)} order by ${order}`
}

function digestRows(raw: Database.Database, query: string, key: Uint8Array): string {
  const hmac = createHmac('sha256', key)
  for (const row of raw.prepare<[], unknown[]>(query).safeIntegers().raw().iterate()) {
    hmac.update(`row ${row.length}\n`)
    for (const value of row) addValue(hmac, value)
  }
  return hmac.digest('hex')
}

/** Type and length stand before every value, so that no two rows come to the same bytes. */
function addValue(hmac: Hmac, value: unknown): void {
  if (Buffer.isBuffer(value)) hmac.update(`blob ${value.length}\n`).update(value)
  else if (typeof value === 'string') hmac.update(`text ${Buffer.byteLength(value)}\n`).update(value)
  else hmac.update(`${typeof value} ${String(value)}\n`)
}
