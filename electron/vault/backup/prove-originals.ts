import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { openContent } from '../../files/evb1.ts'
import { syncFolder } from '../../platform/durable-file.ts'
import { errorCode } from '../../platform/fault.ts'
import type { WorkerKeys } from '../worker-keys.ts'
import { DamagedBackup } from './backup-error.ts'
import type { BackupManifest } from './backup-manifest.ts'
import { type BackupPlace, partOf, unfinishedFileOf } from './backup-place.ts'
import { copyInto } from './copy-file.ts'
import { eachOriginal, fileName, sha256Of } from './originals.ts'

interface OriginalsRequest {
  readonly place: BackupPlace
  readonly manifest: BackupManifest
  readonly keys: WorkerKeys
  /** Folder of the vault's own originals, or null. */
  readonly files: string | null
  onBytes(bytes: number): void
}

/** How many originals were opened, how many of them were files of their own, and how many had to be put right. */
export interface ProvenOriginals {
  readonly originals: number
  readonly files: number
  readonly healed: number
}

/** Opens every original of a restored database and compares its digest. Throws `DamagedBackup`, which names the file. */
export async function proveOriginals(
  raw: Database.Database,
  request: OriginalsRequest,
): Promise<ProvenOriginals> {
  const listed = new Map(request.manifest.files.map((file) => [file.path, file]))
  let [originals, files, healed] = [0, 0, 0]
  const large: string[] = []
  for (const { sha256, bytes } of eachOriginal(raw)) {
    originals += 1
    if (!bytes) large.push(sha256)
    else if (sha256Of(bytes) !== sha256) throw new DamagedBackup('DAMAGED', `original ${sha256}`)
  }
  for (const sha256 of large) {
    const path = `files/${fileName(request.keys.name, sha256)}`
    const expected = listed.get(path)
    if (!expected) throw new DamagedBackup('MISSING', path)
    const { sealed, wasHealed } = await readListed(request, path, expected.sha256)
    await proveFile(sealed, sha256, path, request.keys)
    files += 1
    healed += wasHealed ? 1 : 0
    request.onBytes(sealed.length)
  }
  return { originals, files, healed }
}

/** A large file takes a moment: nothing else waits in this process. */
const noPause = async (): Promise<void> => undefined

async function proveFile(sealed: Buffer, sha256: string, path: string, keys: WorkerKeys): Promise<void> {
  const content = await openContent(keys.content, sealed, noPause)
  if (!content || sha256Of(content) !== sha256) throw new DamagedBackup('DAMAGED', path)
}

/**
 * The file as the manifest lists it. A spoilt one is put right from the vault, where that still has the very same bytes: the
 * earlier backups that need it are put right with it.
 */
async function readListed(
  { place, manifest, files }: OriginalsRequest,
  path: string,
  sha256: string,
): Promise<{ sealed: Buffer; wasHealed: boolean }> {
  const target = partOf(place, path)
  const found = await readIfThere(target)
  if (found && sha256Of(found) === sha256) return { sealed: found, wasHealed: false }
  const own = files === null ? undefined : join(files, basename(path))
  const bytes = own && (await readIfThere(own))
  if (!own || !bytes || sha256Of(bytes) !== sha256)
    throw new DamagedBackup(found ? 'DAMAGED' : 'MISSING', path)
  await copyInto(own, target, unfinishedFileOf(target, manifest.id))
  await syncFolder(dirname(target))
  return { sealed: await readFile(target), wasHealed: true }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}
