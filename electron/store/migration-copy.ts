import { constants, existsSync } from 'node:fs'
import { copyFile, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from '../platform/durable-file.ts'
import { diskFault } from '../platform/fault.ts'

// A copy is there exactly as long as a migration is not proven. Whoever finds one at opening knows that the last
// migration was cut off, and puts it back before anything else. The file must be closed for each of these.

const copyOf = (file: string): string => `${file}.before-migration`

/** Copies the closed database whole and synced; a copy that exists is complete. Throws `DISK_FULL`. */
export async function keepCopy(file: string): Promise<void> {
  const unfinished = `${copyOf(file)}.part`
  try {
    await copyFile(file, unfinished, constants.COPYFILE_FICLONE)
    const handle = await open(unfinished, 'r+')
    await handle.sync().finally(() => handle.close())
    await rename(unfinished, copyOf(file))
  } catch (error) {
    await rm(unfinished, { force: true })
    throw diskFault(error)
  }
  await syncFolder(dirname(file))
}

/** Whether the last migration was never proven. */
export const hasCopy = (file: string): boolean => existsSync(copyOf(file))

/** Puts the copy back, and with it the database as it was before the migration. */
export async function putCopyBack(file: string): Promise<void> {
  // First the log, for good: its pages belong to the file that is about to be replaced, and must not be laid over the copy.
  await rm(`${file}-wal`, { force: true })
  await syncFolder(dirname(file))
  await rename(copyOf(file), file)
  await syncFolder(dirname(file))
}

/** Removes the copy of a migration that has been proven. */
export async function dropCopy(file: string): Promise<void> {
  await rm(copyOf(file))
  await syncFolder(dirname(file))
}
