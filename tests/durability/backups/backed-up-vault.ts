import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Program } from '../../../electron/ipc/program.ts'
import { openProgram } from '../driver/open-program.ts'

export const PASSPHRASE = 'ninety green turtles hum'
export const MIGRATIONS = resolve(import.meta.dirname, '../../../drizzle')

/** A vault made in `root`, open. */
export async function newVault(root: string): Promise<Program> {
  const program = await openProgram(root, MIGRATIONS)
  const { recoveryCode } = await program.vault.create(PASSPHRASE)
  await program.handlers['vault.proveRecovery']({ recoveryCode })
  return program
}

/** Makes a backup and gives its folder. Throws where it was not proven. */
export async function backUp(program: Program, folder: string): Promise<string> {
  const { safekeeping, jobs } = program.session.desk()
  await safekeeping.setFolder(folder)
  const { jobId, backupId } = safekeeping.make()
  const job = await jobs.ended(jobId)
  if (job?.state !== 'done') throw new RangeError(`No backup: ${job?.failure?.code ?? 'none'}`)
  return join(folder, readdirSync(folder).find((name) => name.endsWith(backupId)) ?? '')
}
