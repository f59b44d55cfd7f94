import { chmod, mkdir, open, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../../platform/durable-file.ts'
import { Fault } from '../../platform/fault.ts'
import { verifyPages } from '../../store/verify-pages.ts'
import type { WorkerKeys } from '../worker-keys.ts'
import { DamagedBackup } from './backup-error.ts'
import { type BackupContents, sealManifest } from './backup-manifest.ts'
import { unfinishedFileOf, unfinishedOf } from './backup-place.ts'
import { copyInto } from './copy-file.ts'
import { digestFile } from './digest-file.ts'
import { digestTables } from './digest-tables.ts'
import { openCopy } from './open-copy.ts'
import { largeOriginals, sha256Of } from './originals.ts'
import { type PlannedOriginal, planOriginals } from './plan-originals.ts'
import type { VaultRequest, WrittenBackup } from './vault-messages.ts'

export type WriteRequest = Extract<VaultRequest, { type: 'write' }>
type Listed = BackupContents['files'][number]
type Tell = (done: number, total: number) => void

/** Room left beside what is written: file systems and other programs want some too (security.md 3.6). */
const ROOM = 1.2

/**
 * Writes a backup from the copied database in `scratch`, under `.tmp-` until it is whole and synced; then it gets its name.
 * Leaves nothing under its name where it fails. Throws `DISK_FULL` before it writes, where there is too little room.
 */
export async function writeBackup(
  request: WriteRequest,
  keys: WorkerKeys,
  tell: Tell,
): Promise<WrittenBackup> {
  const { place, scratch } = request
  const unfinished = unfinishedOf(place)
  try {
    const snapshot = await readSnapshot(join(scratch, 'store.db'), keys)
    const files = await planOriginals({ files: request.files, folder: place.folder, ...snapshot }, keys)
    const missing = files.filter(({ kept }) => kept === undefined)
    const total = snapshot.sizeBytes + sumOf(missing)
    await refuseWithoutRoom(place.folder, total)
    await mkdir(unfinished, { mode: 0o700 })
    const store = await writeStore(join(scratch, 'store.db'), join(unfinished, 'store.db'), keys)
    let done = snapshot.sizeBytes
    tell(done, total)
    const copied = await copyFiles(request, files, (bytes) => {
      done += bytes
      tell(done, total)
    })
    const small = await writeSmall(request, unfinished)
    const { about } = request
    const contents: BackupContents = {
      ...{ format: 'redchop-backup', version: 1, storeId: keys.storeId, ...about },
      tables: snapshot.tables,
      files: [store, ...small, ...copied],
    }
    await writeSynced(join(unfinished, 'manifest.json'), sealManifest(contents, keys.backup))
    await syncFolder(unfinished)
    await rename(unfinished, join(place.folder, place.name))
    await syncFolder(place.folder)
    return { storeBytes: store.sizeBytes, fileCount: files.length, copiedCount: missing.length }
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function readSnapshot(file: string, keys: WorkerKeys) {
  const copy = openCopy(file, keys.store)
  try {
    return {
      sizeBytes: (await stat(file)).size,
      originals: largeOriginals(copy.raw, keys.name),
      proven: new Set(
        copy.raw.prepare<[], string>('select id from backups where proven_at is not null').pluck().all(),
      ),
      tables: digestTables(copy.raw, keys.backup),
    }
  } finally {
    copy.close()
  }
}

/** `VACUUM INTO` keeps the key and leaves no free page behind; its name is new, so nothing can be overwritten. */
async function writeStore(from: string, to: string, keys: WorkerKeys): Promise<Listed> {
  const copy = openCopy(from, keys.store)
  try {
    copy.raw.pragma('query_only = OFF')
    copy.raw.prepare('vacuum into ?').run(to)
  } finally {
    copy.close()
  }
  await chmod(to, 0o600)
  await syncFile(to)
  const { damaged, missing } = await verifyPages(to, keys.store)
  if (damaged.length > 0 || missing > 0) throw new DamagedBackup('DAMAGED', 'store.db')
  const bytes = await digestFile(to)
  return { path: 'store.db', ...bytes }
}

async function copyFiles(
  { files, place, about }: WriteRequest,
  planned: readonly PlannedOriginal[],
  onPiece: (bytes: number) => void,
): Promise<Listed[]> {
  const folder = join(place.folder, 'files')
  const listed: Listed[] = []
  for (const { name, sizeBytes, kept } of planned) {
    const to = join(folder, name)
    const copy = () => copyInto(join(files, name), to, unfinishedFileOf(to, about.id), { onPiece })
    listed.push({ path: `files/${name}`, sizeBytes, sha256: kept ?? (await copy()).sha256 })
  }
  await syncFolder(folder)
  return listed
}

async function writeSmall({ keyring, headLog }: WriteRequest, folder: string): Promise<Listed[]> {
  const parts: [string, Uint8Array][] = [['keyring.json', await readFile(keyring)]]
  if (headLog) parts.push(['head.log', headLog])
  return Promise.all(
    parts.map(async ([path, bytes]) => {
      await writeSynced(join(folder, path), bytes)
      return { path, sizeBytes: bytes.length, sha256: sha256Of(bytes) }
    }),
  )
}

async function refuseWithoutRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < bytes * ROOM) throw new Fault('DISK_FULL')
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes, { flag: 'wx', mode: 0o600, flush: true })
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  await handle.sync().finally(() => handle.close())
}

const sumOf = (files: readonly PlannedOriginal[]): number =>
  files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
