import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { makeWithParents, replaceFile } from '../../platform/durable-file.ts'
import { errorCode } from '../../platform/fault.ts'
import { verifyPages } from '../../store/verify-pages.ts'
import { firstLink } from '../audit-entry.ts'
import { verifyChain } from '../audit-verify.ts'
import type { WorkerKeys } from '../worker-keys.ts'
import { DamagedBackup } from './backup-error.ts'
import {
  type BackupManifest,
  isSealed,
  MOST_MANIFEST_BYTES,
  parseManifest,
  sealManifest,
} from './backup-manifest.ts'
import { type BackupPlace, manifestOf, partOf } from './backup-place.ts'
import { copyNew } from './copy-file.ts'
import { digestTables } from './digest-tables.ts'
import { type OpenCopy, openCopy } from './open-copy.ts'
import { fileName, sha256Of } from './originals.ts'
import { type ProvenOriginals, proveOriginals } from './prove-originals.ts'
import type { BackupProof } from './vault-messages.ts'

export interface ProveRequest {
  readonly place: BackupPlace
  /** A folder that is not there yet; gone again afterwards, whatever happens. */
  readonly scratch: string
  /** Folder of the vault's own originals, from which a spoilt one in the backup is put right; null for a look that writes nothing. */
  readonly files: string | null
}

type Tell = (done: number, total: number) => void

/**
 * Restores a backup into a scratch folder and compares all of it: the seal of the manifest, every file it lists, every page
 * of the database, SQLite's own check, the whole audit chain and its head, every original by tag and digest, and every table
 * with what it was when the backup was made. Throws `DamagedBackup`, which names what is wrong.
 */
export async function proveBackup(request: ProveRequest, keys: WorkerKeys, tell: Tell): Promise<BackupProof> {
  const { place, scratch } = request
  const manifest = await readManifest(place, keys)
  const total = manifest.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  let done = 0
  const onBytes = (bytes: number) => {
    done += bytes
    tell(done, total)
  }
  try {
    await proveSmallFiles(place, manifest)
    await makeWithParents(scratch)
    const pages = await proveStoreFile(request, manifest, keys, onBytes)
    const copy = openCopy(join(scratch, 'store.db'), keys.store)
    try {
      const entries = proveContents(copy, manifest, keys)
      const { listed, ...proven } = await proveOriginals(copy.raw, { ...request, manifest, keys, onBytes })
      if (request.files !== null) await correctManifest(place, manifest, { ...proven, listed }, keys)
      return { pages, entries, ...proven, files: listed.length, ...summaryOf(manifest) }
    } finally {
      copy.close()
    }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** The manifest of a backup of this vault. Throws `DamagedBackup`. */
export async function readManifest(place: BackupPlace, keys: WorkerKeys): Promise<BackupManifest> {
  const manifest = parseManifest(await readPart(manifestOf(place), 'manifest.json'))
  if (!manifest) throw new DamagedBackup('DAMAGED', 'manifest.json')
  if (manifest.storeId !== keys.storeId) throw new DamagedBackup('FOREIGN', 'manifest.json')
  if (!isSealed(manifest, keys.backup)) throw new DamagedBackup('DAMAGED', 'manifest.json')
  // A manifest put into the folder of another backup of this vault has a good seal of its own.
  if (!place.name.endsWith(manifest.id)) throw new DamagedBackup('DIFFERS', 'manifest.json')
  return manifest
}

/** Where originals were put right, or are lost, the manifest lists them as they are now: so that the next look is a strict one. */
async function correctManifest(
  place: BackupPlace,
  { mac, ...contents }: BackupManifest,
  { listed, lacks }: Pick<ProvenOriginals, 'listed' | 'lacks'>,
  keys: WorkerKeys,
): Promise<void> {
  const others = contents.files.filter(({ path }) => !path.startsWith('files/'))
  const lacking = lacks.map((sha256) => `files/${fileName(keys.name, sha256)}`)
  const files = [...others, ...listed]
  const corrected = { ...contents, files, ...(lacking.length > 0 && { lacks: lacking }) }
  const sealed = sealManifest(corrected, keys.backup)
  if (parseManifest(sealed)?.mac !== mac) await replaceFile(manifestOf(place), sealed)
}

const summaryOf = ({ head, tables }: BackupManifest) => ({
  headSeq: head.seq,
  headHash: head.hash,
  rows: sha256Of(Buffer.from(Object.entries(tables).sort().flat().join('\n'))),
})

async function readPart(path: string, object: string): Promise<Buffer> {
  try {
    if ((await stat(path)).size > MOST_MANIFEST_BYTES) throw new DamagedBackup('DAMAGED', object)
    return await readFile(path)
  } catch (error) {
    throw errorCode(error) === 'ENOENT' ? new DamagedBackup('MISSING', object) : error
  }
}

const withStoreId = z.looseObject({ storeId: z.string() })

async function proveSmallFiles(place: BackupPlace, { files, storeId }: BackupManifest): Promise<void> {
  const small = files.filter(({ path }) => path === 'keyring.json' || path === 'head.log')
  for (const { path, sha256 } of small) {
    const bytes = await readPart(partOf(place, path), path)
    if (sha256Of(bytes) === sha256) continue
    throw new DamagedBackup(
      path === 'keyring.json' && isForeign(bytes, storeId) ? 'FOREIGN' : 'DAMAGED',
      path,
    )
  }
  for (const path of ['keyring.json', 'store.db'])
    if (!files.some((file) => file.path === path)) throw new DamagedBackup('MISSING', path)
}

function isForeign(keyring: Buffer, storeId: string): boolean {
  try {
    return withStoreId.parse(JSON.parse(keyring.toString('utf8'))).storeId !== storeId
  } catch {
    return false
  }
}

/** Copies the database out of the backup and looks at every page of the copy; gives how many there are. */
async function proveStoreFile(
  { place, scratch }: ProveRequest,
  { files }: BackupManifest,
  keys: WorkerKeys,
  onPiece: (bytes: number) => void,
): Promise<number> {
  const listed = files.find(({ path }) => path === 'store.db')
  const [from, to] = [partOf(place, 'store.db'), join(scratch, 'store.db')]
  const copied = await copyNew(from, to, { onPiece }).catch((error: unknown) => {
    throw errorCode(error) === 'ENOENT' ? new DamagedBackup('MISSING', 'store.db') : error
  })
  const { pages, damaged, missing } = await verifyPages(to, keys.store)
  if (damaged.length > 0 || missing > 0) throw new DamagedBackup('DAMAGED', 'store.db')
  // Every page is ours and in its place, and still it is not this backup's: one of another time was put here.
  if (copied.sha256 !== listed?.sha256) throw new DamagedBackup('DIFFERS', 'store.db')
  return pages
}

/** What is in the database, down to every row; gives the number of entries of the audit chain. */
function proveContents({ raw, read }: OpenCopy, { head, tables }: BackupManifest, keys: WorkerKeys): number {
  if (raw.pragma('integrity_check', { simple: true }) !== 'ok') throw new DamagedBackup('DAMAGED', 'store.db')
  const chain = verifyChain(read, firstLink(keys.storeId))
  const broken = chain.problems[0]
  if (broken) throw new DamagedBackup('DAMAGED', `audit entry ${broken.seq}`)
  if (chain.entries !== head.seq || chain.head !== head.hash)
    throw new DamagedBackup('DIFFERS', `audit entry ${head.seq}`)
  const found = digestTables(raw, keys.backup)
  for (const name of new Set([...Object.keys(tables), ...Object.keys(found)]))
    if (tables[name] !== found[name]) throw new DamagedBackup('DIFFERS', name)
  return chain.entries
}
