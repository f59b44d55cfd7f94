import { isNull } from 'drizzle-orm'
import { originals } from '../../store/schema/index.ts'
import type { ServiceParts } from '../cases/index.ts'
import type { ImportParts } from './import-batch.ts'

/**
 * At the opening, before anything is taken in: removes what a crash left half-written and sets encrypted files aside that no
 * original refers to. `storeId` is what the audit entry speaks of. Gives how many of each.
 *
 * They come about because bytes are made durable before the row that refers to them (docs/architecture.md): a crash between
 * the two leaves a file too many, never a row without its bytes.
 */
export async function sweepOriginals(
  { store, files, audit }: Pick<ImportParts, 'store' | 'files'> & Pick<ServiceParts, 'audit'>,
  storeId: string,
): Promise<{ removed: number; quarantined: number }> {
  const known = store.read
    .select({ sha256: originals.sha256 })
    .from(originals)
    .where(isNull(originals.bytes))
    .all()
    .map(({ sha256 }) => sha256)
  const swept = await files.sweep(known)
  if (swept.quarantined > 0)
    store.write((writer) => {
      audit.append(writer, {
        act: 'files.quarantined',
        objectId: storeId,
        facts: { count: swept.quarantined },
      })
    })
  return swept
}
