import { createHash, createHmac } from 'node:crypto'
import type Database from 'better-sqlite3'
import { openContent, openLabel, sealedSize } from '../../files/evb1.ts'

/** An original as the database has it: its digest, and its bytes where they are small. */
export interface OriginalRow {
  readonly sha256: string
  readonly bytes: Buffer | null
}

/** Every original of a store, one after the other. */
export const eachOriginal = (raw: Database.Database): IterableIterator<OriginalRow> =>
  raw.prepare<[], OriginalRow>('select sha256, bytes from originals order by sha256').iterate()

/** An original that does not lie in the database: its digest, its name under `files/`, and the size of the file. */
export interface LargeOriginal {
  readonly sha256: string
  readonly name: string
  readonly sizeBytes: number
}

export const largeOriginals = (raw: Database.Database, nameKey: Uint8Array): LargeOriginal[] =>
  raw
    .prepare<[], { sha256: string; length: number }>(
      'select sha256, size_bytes as length from originals where bytes is null order by sha256',
    )
    .all()
    .map(({ sha256, length }) => ({ sha256, name: fileName(nameKey, sha256), sizeBytes: sealedSize(length) }))

/** The file of one original as a manifest should list it: whole under the keys of the vault. */
export interface ExpectedOriginal {
  /** Of the plaintext. */
  readonly sha256: string
  /** Of the file, where a manifest lists it. */
  readonly listed: string | undefined
}

/**
 * Whether `sealed` is the file of that original, to the last bit. One that was put anew since the manifest was written is
 * encrypted with other random bytes: then its label must open as well.
 */
export async function isWhole(
  sealed: Buffer,
  { sha256, listed }: ExpectedOriginal,
  contentKey: Uint8Array,
): Promise<boolean> {
  const content = await openContent(contentKey, sealed, noPause)
  if (!content || sha256Of(content) !== sha256) return false
  return sha256Of(sealed) === listed || openLabel(contentKey, sealed)?.sha256 === sha256
}

/** A large file takes a moment: nothing else waits in this process. */
const noPause = async (): Promise<void> => undefined

/** As `electron/files/disk-files.ts` names it. */
export const fileName = (nameKey: Uint8Array, sha256: string): string =>
  createHmac('sha256', nameKey).update(sha256).digest('hex')

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
