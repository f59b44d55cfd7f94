import { access, constants, realpath, statfs } from 'node:fs/promises'
import { sep } from 'node:path'
import type { BackupRecord, SafekeepingStatus } from '@bridge/model/backup.ts'
import { Refusal, refusal } from '@bridge/refusal.ts'
import { type BackupSchedule, startSchedule } from './backup-schedule.ts'
import { dueAtOf, lastProvenOf, recordOf } from './backup-states.ts'
import { listBackups, listLacking } from './backups-store.ts'
import { findGone } from './find-gone.ts'
import { createBackupJob } from './make-backup.ts'
import type { SafekeepingParts } from './safekeeping-parts.ts'
import { changeSettings, readSettings, type SafekeepingSettings } from './safekeeping-store.ts'

export interface SafekeepingService {
  /** Idle minutes, backup folder and hours between backups, as they hold now. */
  settings(): SafekeepingSettings
  status(): Promise<SafekeepingStatus>
  change(change: Partial<Pick<SafekeepingSettings, 'idleMinutes' | 'backupEveryHours'>>): void
  /** Throws the refusal `BACKUP_FOLDER_REFUSED` for one inside the vault or not to be written to; the old one then stays. */
  setFolder(folder: string): Promise<void>
  /** Starts a backup. Throws the refusals `BACKUP_FOLDER_UNSET` and `JOB_RUNNING`. */
  make(): { jobId: string; backupId: string }
  /** Newest first. */
  list(): Promise<BackupRecord[]>
  /** Removes what a crash left of backups of this vault, where the backup folder is within reach; stops once `close` is called. */
  sweepUnfinished(): Promise<void>
  /** Looks now whether a backup is due, and makes it. Resolves when it has ended, or at once where none is due. */
  makeIfDue(): Promise<void>
  /** Makes no more backups by itself, and sweeps no more. */
  close(): void
}

export function createSafekeepingService(parts: SafekeepingParts): SafekeepingService {
  const { store, clock, jobs } = parts
  const job = createBackupJob(parts)
  const closing = new AbortController()
  const settings = () => readSettings(store.read)
  const make = () => {
    const { backupFolder } = settings()
    if (backupFolder === null) throw refusal('BACKUP_FOLDER_UNSET')
    return job.start(backupFolder)
  }
  const standing = async () => {
    const rows = listBackups(store.read)
    const gone = await findGone(rows)
    return { rows, gone, lastProven: lastProvenOf(rows, gone) }
  }
  const dueAt = async () => dueAtOf(settings(), (await standing()).lastProven?.at, clock.now())
  const schedule: BackupSchedule = startSchedule({
    clock,
    dueAt,
    isThere: async () => (await placeOf(settings().backupFolder)) === 'there',
    make: async () => (await jobs.ended(make().jobId))?.state === 'done',
    ...(parts.timer ? { timer: parts.timer } : {}),
  })
  return {
    settings,
    async status() {
      const { idleMinutes, backupFolder, backupEveryHours } = settings()
      const { rows, gone, lastProven } = await standing()
      return {
        ...{ idleMinutes, backupFolder, everyHours: backupEveryHours },
        place: await placeOf(backupFolder),
        lastProven: lastProven && { ...lastProven, lacks: listLacking(store.read, lastProven.id) },
        lastProblem: job.lastProblem(rows),
        dueAt: dueAtOf(settings(), lastProven?.at, clock.now()),
        backups: rows.map((row) => recordOf(row, gone)),
      }
    },
    change(change) {
      setAll(parts, change)
    },
    async setFolder(folder) {
      await refuseFolder(folder, parts.root)
      setAll(parts, { backupFolder: folder })
    },
    make,
    async list() {
      const { rows, gone } = await standing()
      return rows.map((row) => recordOf(row, gone))
    },
    async sweepUnfinished() {
      const { backupFolder } = settings()
      if (backupFolder === null) return
      await job.sweep(backupFolder, closing.signal).catch((error: unknown) => {
        if (!closing.signal.aborted) throw error
      })
    },
    makeIfDue: () => schedule.look(),
    close() {
      schedule.stop()
      closing.abort()
    },
  }
}

/** Writes the change, and in the chain what now holds: settings that weaken the safety of a vault are seen later. */
function setAll({ store, audit, storeId }: SafekeepingParts, change: Partial<SafekeepingSettings>): void {
  store.write((writer) => {
    changeSettings(writer, change)
    const { idleMinutes, backupEveryHours, backupFolder } = readSettings(writer)
    const facts = { idleMinutes, backupEveryHours, backupFolder: backupFolder !== null }
    audit.append(writer, { act: 'safekeeping.changed', objectId: storeId, facts })
  })
}

async function placeOf(folder: string | null): Promise<SafekeepingStatus['place']> {
  if (folder === null) return 'none'
  return access(folder, constants.W_OK).then(
    () => 'there' as const,
    () => 'missing' as const,
  )
}

async function refuseFolder(folder: string, root: string): Promise<void> {
  if ((await placeOf(folder)) !== 'there' || !(await hasRoom(folder)))
    throw new Refusal('BACKUP_FOLDER_REFUSED', { reason: 'NOT_WRITABLE' })
  const [chosen, vault] = [await realpath(folder), await realpath(root)]
  if (isWithin(chosen, vault)) throw new Refusal('BACKUP_FOLDER_REFUSED', { reason: 'INSIDE_VAULT' })
}

/** A file system that keeps nothing, such as `/proc`, has no room at all, whatever its permissions say. */
async function hasRoom(folder: string): Promise<boolean> {
  return (await statfs(folder)).blocks > 0
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(`${folder}${sep}`)
