import { createHash, createHmac } from 'node:crypto'
import type Database from 'better-sqlite3'

/** An original as the database has it: its digest, and its bytes where they are small. */
export interface OriginalRow {
  readonly sha256: string
  readonly bytes: Buffer | null
}

/** Every original of a store, one after the other. */
export const eachOriginal = (raw: Database.Database): IterableIterator<OriginalRow> =>
  raw.prepare<[], OriginalRow>('select sha256, bytes from originals order by sha256').iterate()

/** Names under `files/` of the originals that do not lie in the database. */
export function fileNames(raw: Database.Database, nameKey: Uint8Array): string[] {
  const digests = raw
    .prepare<[], string>('select sha256 from originals where bytes is null order by sha256')
    .pluck()
    .all()
  return digests.map((sha256) => fileName(nameKey, sha256))
}

/** As `electron/files/disk-files.ts` names it. */
export const fileName = (nameKey: Uint8Array, sha256: string): string =>
  createHmac('sha256', nameKey).update(sha256).digest('hex')

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
