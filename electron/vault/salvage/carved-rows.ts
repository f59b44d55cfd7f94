import { hash } from 'node:crypto'
import { readRemains } from '../../store/carve-rows.ts'

/** What the pages of a database that are still whole give back. */
export interface CarvedStore {
  readonly pages: number
  readonly damagedPages: readonly number[]
  /** Originals kept in the database itself, by their SHA-256, each held against it. */
  readonly inside: ReadonlyMap<string, Buffer>
  /** SHA-256 of the originals that lie in files of their own. */
  readonly outside: ReadonlySet<string>
  /** What each original came in as, by its SHA-256. */
  readonly names: ReadonlyMap<string, string>
}

const SHA256 = /^[0-9a-f]{64}$/u
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u
/** Columns of a custody line (`intakes`), in the order of the schema; lines from before containers were read have fewer. */
const INTAKE = { columns: [10, 14], sourceName: 3, sourceOffset: 4, sha256: 8, itemNumber: 11 }

/** Reads the database `file`, which nobody has open, with its raw 32-byte `key`; a missing one is one without pages. */
export function carveStore(file: string, key: Uint8Array): CarvedStore {
  const remains = readRemains(file, key)
  const inside = new Map<string, Buffer>()
  const outside = new Set<string>()
  const names = new Map<string, string>()
  for (const row of remains.rows()) {
    const [first, size, bytes, salt] = row
    if (isHash(first) && typeof size === 'number' && isHash(salt)) {
      if (Buffer.isBuffer(bytes) && hash('sha256', bytes) === first) inside.set(first, bytes)
      if (bytes === null) outside.add(first)
    }
    const named = nameIn(row)
    if (named) names.set(named.sha256, named.name)
  }
  return { pages: remains.pages, damagedPages: remains.damaged, inside, outside, names }
}

const isHash = (value: unknown): value is string => typeof value === 'string' && SHA256.test(value)

function nameIn(row: readonly unknown[]): { sha256: string; name: string } | undefined {
  const [id, importId] = row
  if (!INTAKE.columns.includes(row.length) || !isId(id) || !isId(importId)) return undefined
  const [name, sha256] = [row[INTAKE.sourceName], row[INTAKE.sha256]]
  const place = row[INTAKE.sourceOffset] ?? row[INTAKE.itemNumber]
  if (typeof name !== 'string' || !isHash(sha256)) return undefined
  return { sha256, name: typeof place === 'number' ? `${name} ${place}` : name }
}

const isId = (value: unknown): boolean => typeof value === 'string' && UUID.test(value)
