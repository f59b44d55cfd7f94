import { closeSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { replaceFileNow } from '../platform/durable-file-now.ts'
import { diskFault, errorCode } from '../platform/fault.ts'
import { type HeadReading, type HeadRecord, RECORD_BYTES, readHeads, sealHead } from './head-record.ts'

/** Room for so many records is taken at a time (32 KiB). */
const SPARE_RECORDS = 64

/** What the head log at `path` says; undefined where there is none. Reads only. */
export function readHeadLog(path: string, key: Uint8Array): HeadReading | undefined {
  try {
    return readHeads(readFileSync(path), key)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/**
 * The head log while the vault is open: one record for each write that the chain tells of. Room for a record is taken before
 * the write begins, so that a full disk refuses the write and not its record; the record then lies over zeros that are there
 * already, which also spares the disk the change of a file's size.
 */
export class HeadLog {
  readonly #path: string
  readonly #key: Uint8Array
  #handle: number
  #next = RECORD_BYTES
  #end = RECORD_BYTES

  /** Puts a log of this one record in the place of what is there, durably: no state in between is ever on the disk. */
  constructor(path: string, key: Uint8Array, record: HeadRecord) {
    this.#path = path
    this.#key = key
    replaceFileNow(path, sealHead(record, key))
    this.#handle = openSync(path, 'r+')
  }

  /** Takes room for one more record. Throws `DISK_FULL`; no record is lost by that. */
  reserve(): void {
    if (this.#next < this.#end) return
    const zeros = Buffer.alloc(SPARE_RECORDS * RECORD_BYTES)
    try {
      for (let done = 0; done < zeros.length; )
        done += writeSync(this.#handle, zeros, done, zeros.length - done, this.#end + done)
    } catch (error) {
      throw diskFault(error)
    }
    this.#end += zeros.length
  }

  /** Adds a record, durable when this returns. Throws what the operating system says; the log is then not to be used again. */
  append(record: HeadRecord): void {
    const line = sealHead(record, this.#key)
    for (let done = 0; done < line.length; )
      done += writeSync(this.#handle, line, done, line.length - done, this.#next + done)
    fdatasyncSync(this.#handle)
    this.#next += line.length
  }

  /** Ends with this one record alone, where that can still be written; otherwise what was appended stays as it is. */
  close(record: HeadRecord | undefined): void {
    closeSync(this.#handle)
    this.#handle = -1
    if (record) replaceFileNow(this.#path, sealHead(record, this.#key))
  }
}
