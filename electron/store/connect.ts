import { chmodSync, closeSync, openSync, readSync } from 'node:fs'
import Database from 'better-sqlite3'
import { errorCode, Fault, isFault } from '../platform/fault.ts'
import { holderOf } from './holder.ts'
import { storeFault } from './sqlite-errors.ts'
import { applySettings, confirmSettings } from './store-settings.ts'

/** How long a second process waits before it is told that the store is taken. */
const BUSY_TIMEOUT_MS = 250
const PLAIN_HEADER = Buffer.from('SQLite format 3\0')

/**
 * Opens the database `file` with the raw 32-byte `key`, every setting set and read back, alone.
 *
 * Throws `STORE_DAMAGED` (the key fits the vault, the file does not fit the key; or it is not there), `STORE_BUSY`
 * (another process holds it), `STORE_UNSAFE` (not encrypted, or a setting did not hold), `DISK_FULL` and `DISK_FAILING`. With
 * `create`, a missing file is made.
 */
export function connect(file: string, key: Uint8Array, create: boolean): Database.Database {
  if (readHeader(file).length === 0) {
    if (!create) throw new Fault('STORE_DAMAGED', { what: 'missing' })
    closeConnection(openConnection(file, key))
    chmodSync(file, 0o600)
  }
  refusePlain(readHeader(file))
  return openConnection(file, key)
}

/** Throws `STORE_UNSAFE` for a database that lies in clear: without a key SQLite writes one and says nothing. */
export function refusePlain(header: Uint8Array): void {
  if (PLAIN_HEADER.equals(header)) throw new Fault('STORE_UNSAFE', { what: 'not encrypted' })
}

/**
 * The first 16 bytes of `file`; fewer where there are not so many, none where there is no file. Only for a file that
 * this process has not open: closing any handle of a file drops all the locks a process holds on it (POSIX).
 */
export function readHeader(file: string): Uint8Array {
  const header = Buffer.alloc(PLAIN_HEADER.length)
  try {
    const handle = openSync(file, 'r')
    try {
      return header.subarray(0, readSync(handle, header, 0, header.length, 0))
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return header.subarray(0, 0)
    throw error
  }
}

/**
 * Moves the write-ahead log into the file and closes it. Where the log cannot be moved it is closed all the same, and throws
 * `DISK_FULL`, `DISK_FAILING` or `STORE_DAMAGED`: what was written is in the log, and the next opening moves it.
 */
export function closeConnection(raw: Database.Database): void {
  if (!raw.open) return
  try {
    raw.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    throw storeFault(error, raw.name)
  } finally {
    raw.close()
  }
}

function openConnection(file: string, key: Uint8Array): Database.Database {
  const raw = openFile(file)
  try {
    applySettings(raw, key)
    raw.prepare('select count(*) from sqlite_master').get()
    confirmSettings(raw)
    return raw
  } catch (error) {
    raw.close()
    throw storeFault(error, file)
  }
}

function openFile(file: string): Database.Database {
  try {
    return new Database(file, { timeout: BUSY_TIMEOUT_MS })
  } catch (error) {
    throw storeFault(error, file)
  }
}

/**
 * Throws `STORE_BUSY` where another process has the database open; needs no key and changes nothing. Only for a file that this
 * process has not open.
 */
export function refuseBusy(file: string): void {
  if (readHeader(file).length === 0) return
  const raw = new Database(file, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true, readonly: true })
  try {
    raw.prepare('select count(*) from sqlite_master').get()
  } catch (error) {
    const fault = storeFault(error, file)
    if (isFault(fault, 'STORE_BUSY')) throw new Fault('STORE_BUSY', holderOf(file))
  } finally {
    raw.close()
  }
}
