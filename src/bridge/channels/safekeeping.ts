import { z } from 'zod'
import { command, query } from '../define-channel.ts'
import { backupRecord, foundBackup, safekeepingStatus } from '../model/backup.ts'
import { choiceToken } from './evidence.ts'

const nothing = z.object({})
/** A working day: nobody needs an open vault that nobody sits at for longer. */
const idleMinutes = z.int().min(1).max(480)
/** At most a month apart; 0 for none by the app itself. */
const everyHours = z.int().min(0).max(720)

export const safekeepingChannels = {
  'safekeeping.status': query({
    summary:
      'When the vault locks by itself, where backups go, and which of them was last proven by restoring it.',
    input: nothing,
    output: safekeepingStatus,
    errors: [],
    reads: ['safekeeping', 'jobs'],
  }),
  'safekeeping.change': command({
    summary: 'Changes after how many idle minutes the vault locks, and how often a backup is made.',
    input: z.object({ idleMinutes, everyHours }).partial(),
    output: nothing,
    errors: [],
    touches: ['safekeeping'],
  }),
  'safekeeping.chooseFolder': command({
    summary:
      'Asks for the folder that backups go to, and remembers it; `chosen` is false when the lawyer cancels.',
    input: nothing,
    output: z.object({ chosen: z.boolean() }),
    errors: ['BACKUP_FOLDER_REFUSED'],
    touches: ['safekeeping'],
  }),
  'backups.make': command({
    summary: 'Makes a backup and proves it by restoring it into a scratch place; only then does it count.',
    input: nothing,
    output: z.object({ jobId: z.uuid() }),
    errors: ['BACKUP_FOLDER_UNSET', 'JOB_RUNNING'],
    touches: ['safekeeping', 'jobs'],
  }),
  'backups.list': query({
    summary: 'Every backup of this vault, newest first, with what became of it.',
    input: nothing,
    output: z.object({ backups: z.array(backupRecord) }),
    errors: [],
    reads: ['safekeeping', 'jobs'],
  }),
  'restore.inspect': command({
    summary:
      'Asks for a backup, or a folder of backups, and lists those in it, newest first; the token is null when the lawyer cancels.',
    input: nothing,
    output: z.object({ token: choiceToken.nullable(), backups: z.array(foundBackup) }),
    errors: [],
    touches: [],
    whenLocked: 'allow',
  }),
  'restore.run': command({
    summary:
      'Verifies a whole backup in a new folder and puts it in the place of the vault; the former vault is kept, and `keptAs` names its folder.',
    input: z.object({
      token: choiceToken,
      backupId: z.uuid(),
      /** As they were when the backup was made; where the passphrase needs a key file, it is asked for. */
      secret: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('passphrase'), passphrase: z.string().max(1_000) }),
        z.object({ kind: z.literal('recovery'), recoveryCode: z.string().max(200) }),
      ]),
    }),
    output: z.object({ keptAs: z.string().nullable() }),
    errors: [
      'CHOICE_EXPIRED',
      'NOT_FOUND',
      'VAULT_OPEN',
      'WRONG_PASSPHRASE',
      'WRONG_RECOVERY_CODE',
      'KEY_FILE_NEEDED',
      'WRONG_KEY_FILE',
      'BACKUP_DAMAGED',
      'STORE_BUSY',
    ],
    touches: ['vault', 'safekeeping'],
    whenLocked: 'allow',
  }),
}
