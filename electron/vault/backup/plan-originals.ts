import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sizeOf } from '../../files/disk-listing.ts'
import { makeFolder } from '../../platform/durable-file.ts'
import type { WorkerKeys } from '../worker-keys.ts'
import { backupIdOf, findBackups } from './backup-place.ts'
import { isWhole, type LargeOriginal, sha256Of } from './originals.ts'
import { readManifest } from './prove-backup.ts'

/** An original that a backup is to list. */
export interface PlannedOriginal extends LargeOriginal {
  /** SHA-256 of its file in the backup folder; undefined where it is to be copied there. */
  readonly kept: string | undefined
}

interface OriginalsPlan {
  /** The vault's own files, and the folder of all backups. */
  readonly files: string
  readonly folder: string
  readonly originals: readonly LargeOriginal[]
  /** Ids of the backups that the vault knows as proven. */
  readonly proven: ReadonlySet<string>
}

/**
 * Which originals the backup folder holds, and which are to be copied into it. What is there already is believed where a proven
 * backup lists it, for the rehearsal opens all of it; anything else is opened now. What neither place has in its right size is
 * left out: the rehearsal names it.
 */
export async function planOriginals(
  { files, folder, originals, proven }: OriginalsPlan,
  keys: WorkerKeys,
): Promise<PlannedOriginal[]> {
  const keptFolder = join(folder, 'files')
  await makeFolder(keptFolder)
  const known = await knownDigests(folder, proven, keys)
  const sizesIn = (place: string) => Promise.all(originals.map(({ name }) => sizeOf(join(place, name))))
  const [keptSizes, ownSizes] = [await sizesIn(keptFolder), await sizesIn(files)]
  const planned: PlannedOriginal[] = []
  for (const [at, original] of originals.entries()) {
    const { name, sizeBytes } = original
    const kept =
      keptSizes[at] === sizeBytes
        ? (known.get(`files/${name}`) ?? (await digestIfWhole(join(keptFolder, name), original, keys)))
        : undefined
    if (kept !== undefined || ownSizes[at] === sizeBytes) planned.push({ ...original, kept })
  }
  return planned
}

/** As the newest proven backup of this vault lists them that is still there; nobody else's word is taken. */
async function knownDigests(
  folder: string,
  proven: ReadonlySet<string>,
  keys: WorkerKeys,
): Promise<ReadonlyMap<string, string>> {
  for (const place of await findBackups(folder)) {
    if (!proven.has(backupIdOf(place.name) ?? '')) continue
    const manifest = await readManifest(place, keys).catch(() => undefined)
    if (manifest) return new Map(manifest.files.map(({ path, sha256 }) => [path, sha256]))
  }
  return new Map()
}

async function digestIfWhole(
  path: string,
  { sha256 }: LargeOriginal,
  { content }: WorkerKeys,
): Promise<string | undefined> {
  const sealed = await readFile(path)
  return (await isWhole(sealed, { sha256, listed: undefined }, content)) ? sha256Of(sealed) : undefined
}
