import { z } from 'zod'

export const JOB_KINDS = [
  'evidence.import',
  'evidence.texts',
  'evidence.index',
  'exhibits.export',
  'backups.make',
] as const
export const JOB_STATES = ['running', 'done', 'cancelled', 'failed', 'abandoned'] as const

export const jobKind = z.enum(JOB_KINDS)
export const jobState = z.enum(JOB_STATES)
export type JobKind = z.infer<typeof jobKind>
export type JobState = z.infer<typeof jobState>

/** What the work is at; the view words it. */
export const jobPhase = z.enum([
  'listing',
  'reading',
  'collecting',
  'typesetting',
  'binding',
  'writing',
  'copying',
  'proving',
  'indexing',
])
export type JobPhase = z.infer<typeof jobPhase>

/** How far a piece of long work is; `done` and `total` count whatever the phase counts, total 0 means not known yet. */
export interface Progress {
  phase: JobPhase
  done: number
  total: number
}

/** Why long work failed. What is not among these is `UNEXPECTED`, and in the log. */
export const JOB_FAILURES = [
  'UNEXPECTED',
  'DISK_FULL',
  'DISK_FAILING',
  'STORE_DAMAGED',
  'ORIGINAL_DAMAGED',
  'MESSAGE_UNREADABLE',
  'PLACE_REFUSED',
  'TOO_LARGE_FOR_ZIP',
  'CHROMIUM_MISSING',
  'CHROMIUM_FAILED',
  'PRINT_FAILED',
  'BUNDLE_WORKER_FAILED',
  'LIST_UNSTABLE',
  'BACKUP_FOLDER_MISSING',
  'BACKUP_NOT_PROVEN',
  'VAULT_WORKER_FAILED',
] as const
export type JobFailureCode = (typeof JOB_FAILURES)[number]

/** `exhibit` is the number of the exhibit to look at, as the list shows it; null where the cause lies in none. */
export const jobFailure = z.object({ code: z.enum(JOB_FAILURES), exhibit: z.string().nullable() })
export type JobFailure = z.infer<typeof jobFailure>

/** A long piece of work. `done` and `total` count what the phase counts (bytes, messages, pages); total 0 = not known yet. */
export const job = z.object({
  id: z.uuid(),
  kind: jobKind,
  /** Null for work on the whole vault. */
  caseId: z.uuid().nullable(),
  subjectId: z.uuid(),
  state: jobState,
  phase: jobPhase.nullable(),
  done: z.number(),
  total: z.number(),
  failure: jobFailure.nullable(),
})
export type Job = z.infer<typeof job>
