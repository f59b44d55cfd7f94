import type { SafekeepingStatus } from '@bridge/model/backup.ts'

/**
 * How things stand with the backups. `kept`: the last proven one is as young as was asked for; otherwise what a person
 * should look at first.
 */
export type BackupStanding = 'kept' | 'never' | 'missing' | 'failed' | 'overdue'

export function backupStanding(status: SafekeepingStatus, now: number): BackupStanding {
  if (status.place === 'missing') return 'missing'
  if (status.lastProblem) return 'failed'
  if (!status.lastProven) return 'never'
  const ageMs = now - Date.parse(status.lastProven.at)
  // One rhythm may pass while the computer is off; the second is too late.
  return status.everyHours > 0 && ageMs > 2 * status.everyHours * 3_600_000 ? 'overdue' : 'kept'
}
