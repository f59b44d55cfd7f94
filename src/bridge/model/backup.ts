import { z } from 'zod'
import { jobFailure } from './job.ts'

/** What can be wrong with a backup: it lacks something, something in it is altered, comes from another vault, or is of another backup. */
export const BACKUP_PROBLEMS = ['MISSING', 'DAMAGED', 'FOREIGN', 'DIFFERS'] as const
export type BackupProblemCode = (typeof BACKUP_PROBLEMS)[number]

/**
 * What is wrong, and with what: `store.db`, `keyring.json`, `head.log`, `manifest.json`, `files/<name>`, `original <sha256>`,
 * `page <number>`, `audit entry <number>`, `table <name>`. Names are ours and tell nothing of a case.
 */
export const backupProblem = z.object({
  code: z.enum(BACKUP_PROBLEMS),
  object: z.string().regex(/^[\w.]+([ /][\w.]+)?( [\w.]+)?$/u),
})
export type BackupProblem = z.infer<typeof backupProblem>

/**
 * `proven`: restored into a scratch place and found equal. `unproven`: the proof was cut off; it does not count. `gone`: not in
 * its folder any more, though nobody removed it here.
 */
export const backupState = z.enum(['proven', 'unproven', 'failed', 'removed', 'gone'])

/** A backup of this vault, as the vault remembers it. */
export const backupRecord = z.object({
  id: z.uuid(),
  madeAt: z.string(),
  state: backupState,
  provenAt: z.string().nullable(),
  /** Null unless `failed`. */
  problem: backupProblem.nullable(),
  storeBytes: z.number(),
  /** Encrypted originals beside the database, and how many of them had to be copied. */
  fileCount: z.number(),
  copiedCount: z.number(),
  headSeq: z.number(),
  /** Originals that are damaged in the vault itself and that it therefore lacks; 0 unless it was proven. */
  lackCount: z.number(),
})
export type BackupRecord = z.infer<typeof backupRecord>

/** A backup as it lies in a folder, before any key is known: what it says of itself, proven only by `restore.run`. */
export const foundBackup = z.object({
  id: z.uuid(),
  storeId: z.uuid(),
  madeAt: z.string(),
  app: z.string(),
  headSeq: z.number(),
  fileCount: z.number(),
  totalBytes: z.number(),
  /** Whether its keyring asks for a key file beside the passphrase. */
  needsKeyFile: z.boolean(),
})
export type FoundBackup = z.infer<typeof foundBackup>

/** `there`: chosen and reachable. `missing`: chosen, but not there now, such as a memory stick that is not plugged in. */
export const backupPlaceState = z.enum(['none', 'there', 'missing'])

/** How the vault is kept: when it locks by itself, and whether it could be brought back. */
export const safekeepingStatus = z.object({
  idleMinutes: z.number(),
  /** Shown to the lawyer, never taken from the page; null where none was chosen. */
  backupFolder: z.string().nullable(),
  place: backupPlaceState,
  /** Hours between two backups by the app itself; 0 for none. */
  everyHours: z.number(),
  /** The newest backup that was restored into a scratch place and found equal: the only kind that counts. */
  lastProven: z
    .object({
      id: z.uuid(),
      at: z.string(),
      lackCount: z.number(),
      /** What the first few of those that it lacks were called where they came from. */
      lacks: z.array(z.string()),
    })
    .nullable(),
  /** The newest failure since then. `problem` where a backup was made and the rehearsal refused it. */
  lastProblem: z
    .object({ at: z.string(), failure: jobFailure.shape.code, problem: backupProblem.nullable() })
    .nullable(),
  /** When the app makes the next one by itself; null where it will not. In the past: as soon as it can. */
  dueAt: z.string().nullable(),
  /** Newest first; those that the rotation removed stay as `removed`. */
  backups: z.array(backupRecord),
})
export type SafekeepingStatus = z.infer<typeof safekeepingStatus>
