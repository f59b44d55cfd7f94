import { backupProblem } from '@bridge/model/backup.ts'
import { Refusal } from '@bridge/refusal.ts'
import type { Program } from '../ipc/program.ts'
import type { KeyringSecret } from '../vault/read-keys.ts'
import { JobFailure } from './job-failure.ts'

type Say = (line: string) => void

/** Makes a backup of the open vault, in `folder` or where they go anyway, and proves it. Throws why none came about. */
export async function makeBackup(program: Program, folder: string | undefined, say: Say): Promise<boolean> {
  const { safekeeping, jobs } = program.session.desk()
  if (folder !== undefined) await safekeeping.setFolder(folder)
  const { jobId, backupId } = safekeeping.make()
  const job = await jobs.ended(jobId)
  const made = (await safekeeping.list()).find(({ id }) => id === backupId)
  if (made?.problem) say(`Backup     refused: ${made.problem.object} ${made.problem.code}`)
  if (job?.state !== 'done' || !made) throw new JobFailure(job)
  const { madeAt, headSeq, fileCount, copiedCount, storeBytes } = made
  say(`Backup     proven by restoring it: ${madeAt}, up to entry ${headSeq} of the chain`)
  say(`  database ${storeBytes} bytes, ${fileCount} files beside it, ${copiedCount} of them new`)
  return true
}

/** Puts the newest backup of a folder, or the one it is, in the place of the vault, which nobody may have open. */
export async function restoreNewest(
  program: Program,
  folder: string,
  secret: KeyringSecret,
  say: Say,
): Promise<boolean> {
  const [newest] = await program.restore.inspect(folder)
  if (!newest) {
    say('Restore    no backup found there')
    return false
  }
  const { keptAs } = await program.restore
    .run({ folder, backupId: newest.id, secret })
    .catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'BACKUP_DAMAGED') tellDamage(error, say)
      throw error
    })
  say(`Restore    done: the backup of ${newest.madeAt}, up to entry ${newest.headSeq} of the chain`)
  if (keptAs !== null) say(`  the former vault is kept as ${keptAs}`)
  return true
}

function tellDamage({ data }: Refusal, say: Say): void {
  const problem = backupProblem.safeParse(data).data
  if (problem) say(`Restore    refused: ${problem.object} ${problem.code}`)
}
