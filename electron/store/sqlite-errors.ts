import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { TEMPORARY_PREFIX } from '../platform/durable-file.ts'
import { diskFault, errorCode, Fault, isFault } from '../platform/fault.ts'

/** SQLite's extended result code (`SQLITE_CONSTRAINT_UNIQUE`), wherever in the chain of causes it stands. */
export function sqliteCode(error: unknown): string | undefined {
  for (let link = error; link instanceof Error; link = link.cause) {
    const code = errorCode(link)
    if (code?.startsWith('SQLITE_')) return code
  }
  return undefined
}

/**
 * `error`, or the fault that it means for the whole store in `file`. The key has been proven before the store is opened, so
 * `SQLITE_NOTADB` is damage and never a wrong passphrase.
 */
export function storeFault(error: unknown, file: string): unknown {
  const code = sqliteCode(error) ?? ''
  if (error instanceof Fault) return error
  if (code === 'SQLITE_FULL') return new Fault('DISK_FULL', {}, { cause: error })
  if (code.startsWith('SQLITE_BUSY')) return new Fault('STORE_BUSY', {}, { cause: error })
  if (isDamage(code)) return new Fault('STORE_DAMAGED', {}, { cause: error })
  if (isDiskError(error))
    return new Fault(hasRoom(dirname(file)) ? 'DISK_FAILING' : 'DISK_FULL', {}, { cause: error })
  return error
}

/** `error`, or the fault that it means where the store was only read. */
export function readFault(error: unknown): unknown {
  if (error instanceof Fault) return error // a write has worded its own already
  if (isDamage(sqliteCode(error) ?? '')) return new Fault('STORE_DAMAGED', {}, { cause: error })
  return isDiskError(error) ? new Fault('DISK_FAILING', {}, { cause: error }) : error
}

const isDamage = (code: string): boolean => code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')

/** Whether reading, writing or syncing failed underneath SQLite: what the disk holds is not known any more. */
export const isDiskError = (error: unknown): boolean =>
  /^SQLITE_(?:IOERR|CANTOPEN)/u.test(sqliteCode(error) ?? '')

const TRIAL_BYTES = 4_096

/** SQLite does not say why a sync failed, or why it could not make its log: the disk is asked. */
function hasRoom(folder: string): boolean {
  const trial = join(folder, `${TEMPORARY_PREFIX}${randomBytes(8).toString('hex')}`)
  try {
    writeFileSync(trial, Buffer.alloc(TRIAL_BYTES), { flag: 'wx', mode: 0o600, flush: true })
    return true
  } catch (error) {
    return !isFault(diskFault(error), 'DISK_FULL')
  } finally {
    removeTrial(trial)
  }
}

function removeTrial(trial: string): void {
  try {
    rmSync(trial, { force: true })
  } catch {
    // The next start sweeps it.
  }
}
