import { z } from 'zod'
import { backupProblem } from './model/backup.ts'

/**
 * Every error a channel may answer with, and the data that goes with it. Data are codes, numbers and ids only: no text
 * of a case crosses in an error. `UNEXPECTED` stands for whatever no channel declared; its incident number is in the log.
 */
export const ERRORS = {
  BAD_INPUT: z.object({ field: z.string() }),
  FORBIDDEN: z.object({}),
  UNEXPECTED: z.object({ incident: z.string() }),
  VAULT_LOCKED: z.object({}),
  VAULT_EXISTS: z.object({}),
  VAULT_ABSENT: z.object({}),
  PASSPHRASE_TOO_WEAK: z.object({ reason: z.enum(['TOO_SHORT', 'TOO_COMMON']) }),
  WRONG_PASSPHRASE: z.object({}),
  WRONG_RECOVERY_CODE: z.object({}),
  KEY_FILE_NEEDED: z.object({}),
  WRONG_KEY_FILE: z.object({ reason: z.enum(['GONE', 'NOT_A_KEY_FILE', 'ANOTHER']) }),
  KEY_FILE_PLACE: z.object({ reason: z.enum(['TAKEN', 'INSIDE_VAULT', 'NOT_WRITTEN']) }),
  KEYRING_DAMAGED: z.object({}),
  STORE_DAMAGED: z.object({}),
  /** Who has it open, where that is known: its process and since when (ISO instant). */
  STORE_BUSY: z.object({
    holder: z.enum(['window', 'command-line', 'unknown']).default('unknown'),
    pid: z.number().int().positive().optional(),
    since: z.string().optional(),
  }),
  STORE_NEWER: z.object({}),
  VAULT_PLACE_UNSAFE: z.object({ reason: z.enum(['network', 'sync']) }),
  DISK_FULL: z.object({}),
  DISK_FAILING: z.object({}),
  NOT_FOUND: z.object({}),
  CHANGED_ELSEWHERE: z.object({}),
  CHOICE_EXPIRED: z.object({}),
  JOB_RUNNING: z.object({}),
  ORIGINAL_DAMAGED: z.object({}),
  PASSAGE_NOT_FOUND: z.object({}),
  STATEMENT_IN_USE: z.object({}),
  IDENTITY_KNOWN: z.object({}),
  MESSAGE_UNREADABLE: z.object({}),
  CHAT_UNREADABLE: z.object({ reason: z.enum(['GONE', 'TOO_LARGE', 'READER_FAILED', 'NO_LINES']) }),
  ZONE_STATED: z.object({ zone: z.string().nullable() }),
  MESSAGE_IN_USE: z.object({}),
  BACKUP_FOLDER_UNSET: z.object({}),
  BACKUP_FOLDER_REFUSED: z.object({ reason: z.enum(['INSIDE_VAULT', 'NOT_WRITABLE']) }),
  BACKUP_DAMAGED: backupProblem,
  VAULT_OPEN: z.object({}),
  PLACE_REFUSED: z.object({}),
  PRINT_FAILED: z.object({}),
  SET_EMPTY: z.object({}),
  GROUP_NOT_EMPTY: z.object({}),
  DRAFTS_FULL: z.object({}),
} as const

export type ErrorCode = keyof typeof ERRORS
export type ErrorData<C extends ErrorCode> = z.infer<(typeof ERRORS)[C]>

/** An error as it crosses: returned inside a reply, never thrown across the bridge. */
export interface BridgeError<C extends ErrorCode = ErrorCode> {
  code: C
  data: ErrorData<C>
}

/** What `call` answers with. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: BridgeError }

/** Errors any channel may answer with; they need no declaration. Disk and store may fail under every one of them. */
export const COMMON_ERRORS = [
  'BAD_INPUT',
  'FORBIDDEN',
  'UNEXPECTED',
  'VAULT_LOCKED',
  'DISK_FULL',
  'DISK_FAILING',
  'STORE_DAMAGED',
] as const
