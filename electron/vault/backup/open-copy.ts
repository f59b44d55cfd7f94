import type Database from 'better-sqlite3'
import { errorCode, isFault } from '../../platform/fault.ts'
import { closeConnection, connect } from '../../store/connect.ts'
import { createStore, type Reader } from '../../store/store.ts'
import { DamagedBackup } from './backup-error.ts'

export interface OpenCopy {
  readonly raw: Database.Database
  readonly read: Reader
  close(): void
}

/** Opens a copy of a database that nobody else uses, for reading. Throws `DamagedBackup` for one that does not open. */
export function openCopy(file: string, key: Uint8Array): OpenCopy {
  try {
    const raw = connect(file, key, false)
    raw.pragma('query_only = ON')
    const { read } = createStore(raw)
    return { raw, read, close: () => closeConnection(raw) }
  } catch (error) {
    if (isFault(error, 'STORE_DAMAGED') || errorCode(error)?.startsWith('SQLITE_'))
      throw new DamagedBackup('DAMAGED', 'store.db')
    throw error
  }
}
