import { randomBytes } from 'node:crypto'
import { refusal } from '@bridge/refusal.ts'
import { eq } from 'drizzle-orm'
import { digestOf } from '../../files/digest.ts'
import type { FileStore } from '../../files/index.ts'
import { isFault } from '../../platform/fault.ts'
import { originals } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

/** Below this size the database is the faster place (sqlite.org/intern-v-extern-blob.html). */
export const FILE_FROM_BYTES = 64 * 1024

export const hasOriginal = (reader: Reader, sha256: string): boolean =>
  reader.select({ sha256: originals.sha256 }).from(originals).where(eq(originals.sha256, sha256)).get() !==
  undefined

/**
 * Writes the row of an original, if it has none yet, and gives the salt of the commitments to it. Bytes of `FILE_FROM_BYTES`
 * and more must stand in the file store before.
 */
export function addOriginal(writer: Writer, sha256: string, bytes: Buffer, at: string): string {
  const known = writer
    .select({ salt: originals.salt })
    .from(originals)
    .where(eq(originals.sha256, sha256))
    .get()
  if (known) return known.salt
  const inside = bytes.length < FILE_FROM_BYTES
  const salt = randomBytes(32).toString('hex')
  writer
    .insert(originals)
    .values({
      sha256,
      sizeBytes: bytes.length,
      bytes: inside ? bytes : null,
      salt,
      storedAt: at,
    })
    .run()
  return salt
}

/**
 * The bytes as received, held against their SHA-256 wherever they lie: the file store checks its own, this the database's.
 * @throws Refusal NOT_FOUND; ORIGINAL_DAMAGED where the stored bytes are gone or altered
 */
export async function getOriginal(reader: Reader, files: FileStore, sha256: string): Promise<Buffer> {
  const row = reader.select().from(originals).where(eq(originals.sha256, sha256)).get()
  if (!row) throw refusal('NOT_FOUND')
  if (row.bytes) {
    if ((await digestOf(row.bytes)) !== sha256) throw refusal('ORIGINAL_DAMAGED')
    return row.bytes
  }
  try {
    return await files.get(sha256)
  } catch (cause) {
    if (isFault(cause, 'FILE_MISSING') || isFault(cause, 'FILE_DAMAGED'))
      throw refusal('ORIGINAL_DAMAGED', { cause })
    throw cause
  }
}
