import { errorCode, Fault } from '../platform/fault.ts'

/** SQLite's extended result code (`SQLITE_CONSTRAINT_UNIQUE`), wherever in the chain of causes it stands. */
export function sqliteCode(error: unknown): string | undefined {
  for (let link = error; link instanceof Error; link = link.cause) {
    const code = errorCode(link)
    if (code?.startsWith('SQLITE_')) return code
  }
  return undefined
}

/**
 * `error`, or the fault that it means for the whole store. The key has been proven before the store is opened, so
 * `SQLITE_NOTADB` is damage and never a wrong passphrase.
 */
export function storeFault(error: unknown): unknown {
  const code = sqliteCode(error) ?? ''
  if (code === 'SQLITE_FULL') return new Fault('DISK_FULL', {}, { cause: error })
  if (code.startsWith('SQLITE_BUSY')) return new Fault('STORE_BUSY', {}, { cause: error })
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new Fault('STORE_DAMAGED', {}, { cause: error })
  return error
}
