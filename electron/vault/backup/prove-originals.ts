import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { syncFolder } from '../../platform/durable-file.ts'
import { errorCode } from '../../platform/fault.ts'
import type { WorkerKeys } from '../worker-keys.ts'
import { DamagedBackup } from './backup-error.ts'
import type { BackupManifest } from './backup-manifest.ts'
import { type BackupPlace, partOf, unfinishedFileOf } from './backup-place.ts'
import { copyInto } from './copy-file.ts'
import { type ExpectedOriginal, eachOriginal, fileName, isWhole, sha256Of } from './originals.ts'

interface OriginalsRequest {
  readonly place: BackupPlace
  readonly manifest: BackupManifest
  readonly keys: WorkerKeys
  /** Folder of the vault's own originals, or null. */
  readonly files: string | null
  onBytes(bytes: number): void
}

/** What the rehearsal found of the originals. */
export interface ProvenOriginals {
  /** How many were opened. */
  readonly originals: number
  /** Those that are files of their own, as they lie there now: as the manifest should list them. */
  readonly listed: BackupManifest['files']
  /** How many had to be put right from the vault. */
  readonly healed: number
  /** SHA-256 of those that nobody has whole any more: neither this backup, nor its folder, nor the vault. */
  readonly lacks: string[]
}

/**
 * Opens every original of a restored database and compares its digest. What the vault itself has not whole is named, and no
 * fault of the backup. Throws `DamagedBackup`, which names the file.
 */
export async function proveOriginals(
  raw: Database.Database,
  request: OriginalsRequest,
): Promise<ProvenOriginals> {
  const { manifest, keys } = request
  const digests = new Map(manifest.files.map((file) => [file.path, file.sha256]))
  let [originals, healed] = [0, 0]
  const large: string[] = []
  for (const { sha256, bytes } of eachOriginal(raw)) {
    originals += 1
    if (!bytes) large.push(sha256)
    else if (sha256Of(bytes) !== sha256) throw new DamagedBackup('DAMAGED', `original ${sha256}`)
  }
  const listed: BackupManifest['files'] = []
  const lacks: string[] = []
  for (const sha256 of large) {
    const path = `files/${fileName(keys.name, sha256)}`
    const found = await readWhole(request, path, { sha256, listed: digests.get(path) })
    if (!found) {
      lacks.push(sha256)
      continue
    }
    const { sealed, wasHealed } = found
    listed.push({ path, sizeBytes: sealed.length, sha256: sha256Of(sealed) })
    healed += wasHealed ? 1 : 0
    request.onBytes(sealed.length)
  }
  return { originals, listed, healed, lacks }
}

/**
 * The file of an original in the backup folder. One that does not open is put right from the vault, where that has it whole:
 * the earlier backups that need it are put right with it. Undefined where the backup may lack it.
 */
async function readWhole(
  { place, manifest, keys, files }: OriginalsRequest,
  path: string,
  expected: ExpectedOriginal,
): Promise<{ sealed: Buffer; wasHealed: boolean } | undefined> {
  if (manifest.lacks?.includes(path)) return undefined
  if (files === null && expected.listed === undefined) throw new DamagedBackup('MISSING', path)
  const readIfWhole = async (file: string): Promise<Buffer | undefined> => {
    const sealed = await readIfThere(file)
    return sealed && (await isWhole(sealed, expected, keys.content)) ? sealed : undefined
  }
  const target = partOf(place, path)
  const found = await readIfWhole(target)
  if (found) return { sealed: found, wasHealed: false }
  const own = files === null ? undefined : join(files, basename(path))
  if (own) {
    if (!(await readIfWhole(own))) return undefined
    await copyInto(own, target, unfinishedFileOf(target, manifest.id))
    await syncFolder(dirname(target))
    const sealed = await readIfWhole(target)
    if (sealed) return { sealed, wasHealed: true }
  }
  throw new DamagedBackup((await readIfThere(target)) ? 'DAMAGED' : 'MISSING', path)
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}
