import { readFile } from 'node:fs/promises'
import type { FoundBackup } from '@bridge/model/backup.ts'
import { z } from 'zod'
import type { KdfLimits } from '../argon2.ts'
import { keyFileIdOf } from '../keyring.ts'
import { parseKeyring } from '../keyring-format.ts'
import { type BackupPlace, findBackups, keyringOf, manifestOf } from './backup-place.ts'

/** Enough of a manifest to choose by. Its files are counted, not looked at: there may be tens of thousands. */
const outline = z.object({
  format: z.literal('redchop-backup'),
  id: z.uuid(),
  storeId: z.uuid(),
  madeAt: z.string(),
  app: z.string(),
  head: z.object({ seq: z.number() }),
  files: z.array(z.unknown()),
})

/**
 * The backups in a folder, or the one that it is, newest first. Without keys nothing of it is proven. One that cannot even say
 * what it is, is left out.
 */
export async function inspectBackups(folder: string, limits: KdfLimits): Promise<FoundBackup[]> {
  const found: FoundBackup[] = []
  for (const place of await findBackups(folder)) {
    const about = await readOutline(place)
    if (about) found.push({ ...about, needsKeyFile: await needsKeyFile(place, limits) })
  }
  return found
}

async function readOutline(place: BackupPlace): Promise<Omit<FoundBackup, 'needsKeyFile'> | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(manifestOf(place), 'utf8'))
    const { id, storeId, madeAt, app, head, files } = outline.parse(value)
    const totalBytes = files.reduce<number>((sum, file) => sum + sizeOf(file), 0)
    return { id, storeId, madeAt, app, headSeq: head.seq, fileCount: files.length, totalBytes }
  } catch {
    return undefined
  }
}

const sizeOf = (file: unknown): number =>
  typeof file === 'object' && file !== null && 'sizeBytes' in file && typeof file.sizeBytes === 'number'
    ? file.sizeBytes
    : 0

async function needsKeyFile(place: BackupPlace, limits: KdfLimits): Promise<boolean> {
  try {
    return keyFileIdOf(parseKeyring(await readFile(keyringOf(place)), limits)) !== undefined
  } catch {
    return false
  }
}
