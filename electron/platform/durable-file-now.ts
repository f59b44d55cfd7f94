import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { TEMPORARY_PREFIX } from './durable-file.ts'
import { diskFault } from './fault.ts'

/**
 * `replaceFile` of `durable-file.ts` for a few bytes where nothing may happen in between: after a power cut there is the old
 * file or the new one, whole. Readable by this user only. Throws `DISK_FULL`, and then nothing has changed.
 */
export function replaceFileNow(target: string, bytes: Uint8Array): void {
  const folder = dirname(target)
  const written = join(folder, `${TEMPORARY_PREFIX}${randomBytes(8).toString('hex')}`)
  try {
    const handle = openSync(written, 'wx', 0o600)
    try {
      writeFileSync(handle, bytes)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(written, target)
  } catch (error) {
    rmSync(written, { force: true })
    throw diskFault(error)
  }
  syncFolderNow(folder)
}

function syncFolderNow(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
