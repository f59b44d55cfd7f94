import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { diskFault, errorCode } from '../../platform/fault.ts'
import { storeFault } from '../../store/sqlite-errors.ts'
import type { WorkerKeys } from '../worker-keys.ts'
import { BackupFailure, DamagedBackup } from './backup-error.ts'
import { copyBackup } from './copy-backup.ts'
import { copyNew } from './copy-file.ts'
import { proveBackup } from './prove-backup.ts'
import { pruneBackups, sweepBackups } from './prune-backups.ts'
import { type VaultReply, type VaultRequest, vaultRequest } from './vault-messages.ts'
import { writeBackup } from './write-backup.ts'

/** At most this often progress is told, milliseconds. */
const PROGRESS_EVERY_MS = 100

type Reply = (message: VaultReply) => void

/** The inside of the vault worker: requests answered one after the other through `reply`. The returned function takes the next. */
export function serveVault(reply: Reply): (message: unknown) => void {
  let keys: WorkerKeys | undefined
  let queue: Promise<void> = Promise.resolve()
  const answer = async (request: VaultRequest): Promise<void> => {
    if (request.type === 'keys') keys = ownKeys(request)
    else if (!keys) throw new TypeError('The keys come first')
    else
      try {
        reply(await answerWith(request, keys, reply))
      } catch (cause) {
        throw storeFault(cause, placeWritten(request))
      }
  }
  return (message) => {
    queue = queue.then(() => answer(vaultRequest.parse(message))).catch((cause) => reply(failureOf(cause)))
  }
}

/** What a request writes databases beside: SQLite does not say which disk is full. */
function placeWritten(request: Exclude<VaultRequest, { type: 'keys' }>): string {
  if (request.type === 'write') return join(request.place.folder, request.place.name)
  if (request.type === 'copy' || request.type === 'prove') return request.scratch
  return request.type === 'restore' ? request.target : request.folder
}

const ownKeys = ({ storeId, store, name, content, backup }: Extract<VaultRequest, { type: 'keys' }>) => ({
  storeId,
  store: Buffer.from(store),
  name: Buffer.from(name),
  content: Buffer.from(content),
  backup: Buffer.from(backup),
})

async function answerWith(
  request: Exclude<VaultRequest, { type: 'keys' }>,
  keys: WorkerKeys,
  reply: Reply,
): Promise<VaultReply> {
  const copying = teller(reply, 'copying')
  switch (request.type) {
    case 'copy':
      await rm(request.scratch, { recursive: true, force: true })
      await mkdir(request.scratch, { mode: 0o700 })
      await copyNew(request.from, join(request.scratch, 'store.db'), { skipLockPage: true })
      return { type: 'copied' }
    case 'write':
      return { type: 'written', ...(await writeBackup(request, keys, copying)) }
    case 'prove':
      return { type: 'proven', ...(await proveBackup(request, keys, teller(reply, 'proving'))) }
    case 'restore':
      await copyBackup(request.place, request.target, keys, copying)
      return { type: 'restored' }
    case 'sweep':
      await sweepBackups(request.folder, request.unfinishedIds)
      return { type: 'swept' }
    case 'prune':
      return { type: 'pruned', names: await pruneBackups(request.folder, request.names) }
  }
}

function teller(reply: Reply, phase: 'copying' | 'proving'): (done: number, total: number) => void {
  let last = Number.NEGATIVE_INFINITY
  return (done, total) => {
    const now = performance.now()
    if (now - last < PROGRESS_EVERY_MS && done < total) return
    last = now
    reply({ type: 'progress', phase, done, total })
  }
}

/** Places that were there and are gone: a stick pulled out in the middle. */
const GONE = new Set(['ENOENT', 'ENODEV', 'ENXIO', 'EROFS', 'EACCES', 'EPERM'])

function failureOf(cause: unknown): VaultReply {
  if (cause instanceof DamagedBackup) return { type: 'refused', problem: cause.problem }
  if (cause instanceof BackupFailure) return { type: 'failed', code: cause.code }
  const code = errorCode(diskFault(cause)) ?? 'UNEXPECTED'
  return { type: 'failed', code: GONE.has(code) ? 'BACKUP_FOLDER_MISSING' : code }
}
