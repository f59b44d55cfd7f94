import { type BackupProblem, type BackupRecord, backupProblem } from '@bridge/model/backup.ts'
import type { BackupRow } from './backups-store.ts'

const HOUR_MS = 3_600_000

/** How a problem stands in its column: the code, a space, the object. */
export const problemText = ({ code, object }: BackupProblem): string => `${code} ${object}`

export function problemOf({ problem }: Pick<BackupRow, 'problem'>): BackupProblem | null {
  const at = problem?.indexOf(' ') ?? -1
  return backupProblem.safeParse({ code: problem?.slice(0, at), object: problem?.slice(at + 1) }).data ?? null
}

/** A row as the page is told it; `gone`: ids of those that somebody took out of their folder. */
export function recordOf(row: BackupRow, gone: ReadonlySet<string>): BackupRecord {
  const { id, madeAt, provenAt, storeBytes, fileCount, copiedCount, headSeq, lackCount } = row
  const problem = problemOf(row)
  const state = row.removedAt ? 'removed' : gone.has(id) ? 'gone' : stateOf(row)
  return { id, madeAt, state, provenAt, problem, storeBytes, fileCount, copiedCount, headSeq, lackCount }
}

const stateOf = ({ provenAt, problem }: BackupRow): BackupRecord['state'] =>
  provenAt ? 'proven' : problem ? 'failed' : 'unproven'

/** The newest backup that counts and is still there. `rows` are newest first. */
export const lastProvenOf = (
  rows: readonly BackupRow[],
  gone: ReadonlySet<string>,
): { id: string; at: string; lackCount: number } | null => {
  const row = rows.find(({ id, provenAt, removedAt }) => provenAt && !removedAt && !gone.has(id))
  return row?.provenAt ? { id: row.id, at: row.provenAt, lackCount: row.lackCount } : null
}

/** When the next backup is due; null where the app makes none by itself. A proof dated in the future does not put it off. */
export function dueAtOf(
  settings: { backupFolder: string | null; backupEveryHours: number },
  lastProvenAt: string | undefined,
  now: string,
): string | null {
  if (settings.backupFolder === null || settings.backupEveryHours === 0) return null
  if (lastProvenAt === undefined || lastProvenAt > now) return now
  return new Date(Date.parse(lastProvenAt) + settings.backupEveryHours * HOUR_MS).toISOString()
}
