import { type BackupProblem, type BackupRecord, backupProblem } from '@bridge/model/backup.ts'
import type { BackupRow } from './backups-store.ts'

const HOUR_MS = 3_600_000

/** How a problem stands in its column: the code, a space, the object. */
export const problemText = ({ code, object }: BackupProblem): string => `${code} ${object}`

function parseProblem(text: string | null): BackupProblem | null {
  const at = text?.indexOf(' ') ?? -1
  return backupProblem.safeParse({ code: text?.slice(0, at), object: text?.slice(at + 1) }).data ?? null
}

/** A row as the page is told it. */
export function recordOf(row: BackupRow): BackupRecord {
  const { id, madeAt, provenAt, storeBytes, fileCount, copiedCount, headSeq, lackCount } = row
  const problem = parseProblem(row.problem)
  const state = row.removedAt ? 'removed' : provenAt ? 'proven' : row.problem ? 'failed' : 'unproven'
  return { id, madeAt, state, provenAt, problem, storeBytes, fileCount, copiedCount, headSeq, lackCount }
}

/** The newest backup that counts and is still there. `rows` are newest first. */
export const lastProvenOf = (
  rows: readonly BackupRow[],
): { id: string; at: string; lackCount: number } | null => {
  const row = rows.find(({ provenAt, removedAt }) => provenAt && !removedAt)
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
