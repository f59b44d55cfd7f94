import { mkdir, readFile, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal, refusal } from '@bridge/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import { syncFolder } from '../../platform/durable-file.ts'
import { Fault, isFault } from '../../platform/fault.ts'
import type { AppPaths } from '../../platform/paths.ts'
import { refuseBusy } from '../../store/connect.ts'
import type { StartWorker } from '../../workers/worker-process.ts'
import type { Kdf } from '../argon2.ts'
import { readHeadCopy } from '../head-copy.ts'
import { deriveKey } from '../keyring.ts'
import { type Keyring, parseKeyring } from '../keyring-format.ts'
import { type KeyringSecret, openKeyring } from '../read-keys.ts'
import { wiping } from '../wiping.ts'
import { workerKeys } from '../worker-keys.ts'
import { DamagedBackup } from './backup-error.ts'
import { type BackupManifest, parseManifest } from './backup-manifest.ts'
import { type BackupPlace, backupIdOf, findBackups, keyringOf, manifestOf } from './backup-place.ts'
import { sha256Of } from './originals.ts'
import { type Restored, writeRestoredMark } from './restored-mark.ts'
import { restoringFolder, swapVault } from './swap-vault.ts'
import { type OnBytes, startVaultWorker } from './vault-backup.ts'

export interface RestoreParts {
  readonly paths: AppPaths
  readonly kdf: Kdf
  readonly clock: Clock
  readonly startWorker: StartWorker
  /** Runs work while the vault is closed and stays so. Throws the refusal `VAULT_OPEN`. */
  whileClosed<T>(work: () => Promise<T>): Promise<T>
}

export interface RestoreRequest {
  readonly folder: string
  readonly backupId: string
  /** What opens the backup: its own passphrase or recovery code, of the day it was made. */
  readonly secret: KeyringSecret
  readonly onProgress?: (phase: 'proving' | 'copying', done: number, total: number) => void
}

/** Room left beside what is restored, and the scratch copy that proves it (security.md 3.6). */
const ROOM = 1.2

/**
 * Verifies a whole backup, builds a vault of it in a new folder beside the old one and swaps the two. Whatever fails or cuts
 * it off, `paths.root` holds the old vault or the restored one; the old one is kept under another name, which is given.
 *
 * Throws the refusals `NOT_FOUND`, `VAULT_OPEN` and `BACKUP_DAMAGED`, and the faults `WRONG_PASSPHRASE`, `WRONG_RECOVERY_CODE`,
 * `KEY_FILE_NEEDED`, `WRONG_KEY_FILE`, `STORE_BUSY` and `DISK_FULL`.
 */
export async function restoreBackup(
  parts: RestoreParts,
  request: RestoreRequest,
): Promise<{ keptAs: string | null }> {
  const places = await findBackups(request.folder)
  const place = places.find(({ name }) => backupIdOf(name) === request.backupId)
  if (!place) throw refusal('NOT_FOUND')
  try {
    return await parts.whileClosed(async () => {
      refuseBusy(parts.paths.store) // asked again before the swap: proving and copying take minutes
      const { manifest, keyring } = await readOpenParts(place, parts.kdf)
      const master = await openKeyring(keyring, request.secret, parts.kdf)
      return wiping(master, () => build(parts, request, { place, manifest, master }))
    })
  } catch (error) {
    throw error instanceof DamagedBackup ? new Refusal('BACKUP_DAMAGED', error.problem) : error
  }
}

/** Manifest and keyring, as far as they can be held against each other without any key. */
async function readOpenParts(
  place: BackupPlace,
  kdf: Kdf,
): Promise<{ manifest: BackupManifest; keyring: Keyring }> {
  const manifest = parseManifest(await readPart(manifestOf(place), 'manifest.json'))
  if (!manifest) throw new DamagedBackup('DAMAGED', 'manifest.json')
  const bytes = await readPart(keyringOf(place), 'keyring.json')
  const keyring = parseOr(bytes, kdf)
  if (keyring.storeId !== manifest.storeId) throw new DamagedBackup('FOREIGN', 'keyring.json')
  const listed = manifest.files.find(({ path }) => path === 'keyring.json')
  if (sha256Of(bytes) !== listed?.sha256) throw new DamagedBackup('DAMAGED', 'keyring.json')
  return { manifest, keyring }
}

function parseOr(bytes: Buffer, kdf: Kdf): Keyring {
  try {
    return parseKeyring(bytes, kdf.limits)
  } catch (error) {
    throw isFault(error, 'KEYRING_DAMAGED') ? new DamagedBackup('DAMAGED', 'keyring.json') : error
  }
}

const readPart = (path: string, object: string): Promise<Buffer> =>
  readFile(path).catch(() => {
    throw new DamagedBackup('MISSING', object)
  })

interface Opened {
  place: BackupPlace
  manifest: BackupManifest
  master: Buffer
}

async function build(
  { paths, clock, startWorker }: RestoreParts,
  { onProgress }: RestoreRequest,
  { place, manifest, master }: Opened,
): Promise<{ keptAs: string | null }> {
  const made = restoringFolder(paths.root, manifest.id)
  await rm(made, { recursive: true, force: true })
  await mkdir(dirname(made), { recursive: true, mode: 0o700 })
  await refuseWithoutRoom(dirname(made), manifest)
  const { storeId } = manifest
  const worker = startVaultWorker(startWorker, workerKeys(master, storeId))
  const keys = workerKeys(master, storeId)
  const onBytes =
    (phase: 'proving' | 'copying'): OnBytes =>
    (done, total) =>
      onProgress?.(phase, done, total)
  try {
    const proof = { type: 'prove', place, scratch: join(made, '.tmp-proof'), files: null } as const
    await worker.ask(proof, onBytes('proving'))
    await worker.ask({ type: 'restore', place, target: made }, onBytes('copying'))
    const { id: backupId, head } = manifest
    const seen = seenHead(paths, storeId, master)
    await writeRestoredMark(made, { v: 1, storeId, backupId, head, seen }, keys.backup)
    await syncFolder(dirname(made))
    const stamp = clock.now().replace(/\.\d+/u, '').replaceAll(/[-:]/gu, '')
    return { keptAs: await swapVault(paths.root, made, stamp) }
  } catch (error) {
    await rm(made, { recursive: true, force: true })
    throw error
  } finally {
    worker.close()
    for (const key of [keys.store, keys.name, keys.content, keys.backup]) key.fill(0)
  }
}

/** Where the chain of the vault stood on this computer: the restored one may be behind that, and behind nothing newer. */
function seenHead({ headCopy }: AppPaths, storeId: string, master: Buffer): Restored['seen'] {
  const key = deriveKey(master, storeId, 'head')
  try {
    const record = readHeadCopy(headCopy, storeId, key)
    return record ? { seq: record.seq, hash: record.hash } : null
  } finally {
    key.fill(0)
  }
}

async function refuseWithoutRoom(folder: string, { files }: BackupManifest): Promise<void> {
  const store = files.find(({ path }) => path === 'store.db')?.sizeBytes ?? 0
  const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, store)
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < bytes * ROOM) throw new Fault('DISK_FULL')
}
