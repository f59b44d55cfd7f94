import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { desc } from 'drizzle-orm'
import { errorCode, Fault, type FaultCode } from '../../platform/fault.ts'
import type { AppPaths } from '../../platform/paths.ts'
import { auditEntries } from '../../store/schema/index.ts'
import type { Store } from '../../store/store.ts'
import { WorkerLink } from '../../workers/worker-link.ts'
import type { StartWorker } from '../../workers/worker-process.ts'
import type { WorkerKeys } from '../worker-keys.ts'
import { BackupFailure, DamagedBackup } from './backup-error.ts'
import { type BackupPlace, backupName } from './backup-place.ts'
import { type BackupProof, type VaultReply, type VaultRequest, vaultReply } from './vault-messages.ts'

export type OnBytes = (done: number, total: number) => void

/** A backup as it was written; proven by `prove`. */
export interface WrittenRow {
  readonly id: string
  readonly madeAt: string
  readonly place: string
  readonly storeBytes: number
  readonly fileCount: number
  readonly copiedCount: number
  readonly headSeq: number
  readonly headHash: string
}

/** One vault worker at work. Every call rejects with the signal's reason once it aborts, the worker being killed. */
export interface BackupSession {
  /**
   * Writes a backup of the vault as it is now under a name of its own, whole and synced or not at all. The database is
   * frozen only while its bytes are copied. Throws `DISK_FULL`, `BACKUP_FOLDER_MISSING` and `VAULT_WORKER_FAILED`.
   */
  write(target: { id: string; folder: string; madeAt: string }, onBytes: OnBytes): Promise<WrittenRow>
  /**
   * Restores the backup into a scratch folder and compares everything; names the originals that the vault itself has not whole.
   * Throws `DamagedBackup`; only then it does not count.
   */
  prove(place: BackupPlace, onBytes: OnBytes): Promise<BackupProof>
  /** Removes what backups with these ids left unfinished in the folder; another vault's are left alone. */
  sweep(folder: string, unfinishedIds: readonly string[]): Promise<void>
  /** Removes these backups and what only they needed; gives the names of those that are gone. */
  prune(folder: string, names: readonly string[]): Promise<string[]>
  close(): void
}

export interface VaultBackup {
  start(signal?: AbortSignal): BackupSession
}

export interface VaultBackupParts {
  readonly store: Store
  readonly paths: AppPaths
  readonly app: string
  readonly startWorker: StartWorker
  /** Copies of the derived keys of the open vault. Throws `VAULT_LOCKED`. */
  lendKeys(): WorkerKeys
}

/** Backups of the open vault, made by a vault worker. */
export const createVaultBackup = (parts: VaultBackupParts): VaultBackup => ({
  start(signal) {
    const worker = startVaultWorker(parts.startWorker, parts.lendKeys(), signal)
    return {
      write: (target, onBytes) => write(parts, worker, target, onBytes),
      async prove(place, onBytes) {
        const { paths } = parts
        const scratch = scratchFolder(paths.root, place.name)
        const reply = await worker.ask({ type: 'prove', place, scratch, files: paths.files }, onBytes)
        if (reply.type !== 'proven') throw new BackupFailure('VAULT_WORKER_FAILED')
        return reply
      },
      async sweep(folder, unfinishedIds) {
        await worker.ask({ type: 'sweep', folder, unfinishedIds: [...unfinishedIds] })
      },
      async prune(folder, names) {
        const reply = await worker.ask({ type: 'prune', folder, names: [...names] })
        return reply.type === 'pruned' ? reply.names : []
      },
      close: worker.close,
    }
  },
})

/** Inside the vault, where nothing lies in clear and the next start sweeps it. */
export const scratchFolder = (root: string, name: string): string => join(root, `.tmp-backup-${name}`)

async function write(
  { store, paths, app }: VaultBackupParts,
  worker: VaultWorker,
  { id, folder, madeAt }: { id: string; folder: string; madeAt: string },
  onBytes: OnBytes,
): Promise<WrittenRow> {
  const place = { folder, name: backupName(id, madeAt) }
  const scratch = scratchFolder(paths.root, place.name)
  const frozen = await store.whileFrozen(async () => {
    // All of it before the first await: the head is that of the snapshot.
    const [head, headLog] = [headOf(store), readHeadLog(paths)]
    await worker.ask({ type: 'copy', from: paths.store, scratch }, onBytes)
    return { head, headLog }
  })
  const { head, headLog } = frozen
  const reply = await worker.ask(
    {
      type: 'write',
      ...{ scratch, place, headLog, files: paths.files, keyring: paths.keyring },
      about: { id, app, madeAt, head },
    },
    onBytes,
  )
  if (reply.type !== 'written') throw new BackupFailure('VAULT_WORKER_FAILED')
  const { storeBytes, fileCount, copiedCount } = reply
  const made = { storeBytes, fileCount, copiedCount, headSeq: head.seq, headHash: head.hash }
  return { id, madeAt, place: join(folder, place.name), ...made }
}

function headOf({ read }: Store): { seq: number; hash: string } {
  const last = read.select().from(auditEntries).orderBy(desc(auditEntries.seq)).limit(1).get()
  if (!last) throw new TypeError('A vault that is open has recorded its opening')
  return { seq: last.seq, hash: last.hash }
}

function readHeadLog({ head }: AppPaths): Uint8Array | null {
  try {
    return readFileSync(head)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

export interface VaultWorker {
  /** Sends one request and waits for its answer; refusals and failures are thrown. */
  ask(request: VaultRequest, onBytes?: OnBytes): Promise<VaultReply>
  close(): void
}

/** Starts a vault worker and hands it the keys, which it takes over: `keys` is wiped. */
export function startVaultWorker(start: StartWorker, keys: WorkerKeys, signal?: AbortSignal): VaultWorker {
  signal?.throwIfAborted()
  const link = new WorkerLink<VaultReply, VaultRequest>(start('vault-worker'), vaultReply)
  const cancel = () => link.stop(signal?.reason instanceof Error ? signal.reason : new Error('Stopped'))
  signal?.addEventListener('abort', cancel, { once: true })
  const { store, name, content, backup } = keys
  // Copies of their own: a small buffer is cloned with the pool it lies in, and other keys with it.
  const copies = { store: own(store), name: own(name), content: own(content), backup: own(backup) }
  link.post({ type: 'keys', storeId: keys.storeId, ...copies })
  for (const key of [store, name, content, backup]) key.fill(0)
  return {
    async ask(request, onBytes) {
      link.post(request)
      for (;;) {
        const event = await link.next()
        if (!('said' in event)) throw new BackupFailure('VAULT_WORKER_FAILED')
        const { said } = event
        if (said.type === 'refused') throw new DamagedBackup(said.problem.code, said.problem.object)
        if (said.type === 'failed') throw failureOf(said.code)
        if (said.type !== 'progress') return said
        onBytes?.(said.done, said.total)
      }
    },
    close() {
      signal?.removeEventListener('abort', cancel)
      link.stop(new BackupFailure('VAULT_WORKER_FAILED'))
    },
  }
}

const own = (key: Uint8Array): Uint8Array => new Uint8Array(key)

const FAULTS: readonly FaultCode[] = [
  'DISK_FULL',
  'DISK_FAILING',
  'STORE_DAMAGED',
  'STORE_NEWER',
  'STORE_BUSY',
]

function failureOf(code: string): Error {
  const fault = FAULTS.find((known) => known === code)
  if (fault) return new Fault(fault)
  if (code === 'BACKUP_FOLDER_MISSING') return new BackupFailure(code)
  return new BackupFailure('VAULT_WORKER_FAILED')
}
