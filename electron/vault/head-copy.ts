import { closeSync, fdatasyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type HeadRecord, RECORD_BYTES, readHeads, sealHead } from './head-record.ts'

/** Between opening and locking the copy follows at most this often. */
const FOLLOW_MS = 2_000

/**
 * The newest record once more, in a folder that a copy of the vault's own folder does not take along: `<store id>.head`. Two
 * records, written in turn, so that a torn one leaves the other. It is a second line: where it cannot be read or written,
 * the vault opens and works all the same, for a vault moved to another computer has none.
 */
export class HeadCopy {
  readonly #key: Uint8Array
  #handle: number | undefined
  #turn = 0
  #followedAtMs = Number.NEGATIVE_INFINITY

  constructor(folder: string | undefined, storeId: string, key: Uint8Array) {
    this.#key = key
    if (folder !== undefined) this.#handle = openCopy(folder, storeId)
  }

  /** The newest record in the copy; undefined where there is none that holds. */
  read(): HeadRecord | undefined {
    return this.#handle === undefined ? undefined : newestIn(this.#handle, this.#key)
  }

  /** Takes a record over now and then, without waiting for the disk; `nowMs` is a clock that nobody sets back. */
  follow(record: HeadRecord, nowMs: number): void {
    if (nowMs - this.#followedAtMs < FOLLOW_MS) return
    this.#followedAtMs = nowMs
    this.#attempt((handle) => this.#write(handle, record))
  }

  /** Takes a record over for good, in both places: nothing of before is left to be held against the chain. */
  keep(record: HeadRecord): void {
    this.#attempt((handle) => {
      this.#write(handle, record)
      this.#write(handle, record)
      fdatasyncSync(handle)
    })
  }

  close(): void {
    this.#attempt(closeSync)
    this.#handle = undefined
  }

  #write(handle: number, record: HeadRecord): void {
    writeSync(handle, sealHead(record, this.#key), 0, RECORD_BYTES, this.#turn * RECORD_BYTES)
    this.#turn = 1 - this.#turn
  }

  #attempt(work: (handle: number) => void): void {
    if (this.#handle === undefined) return
    try {
      work(this.#handle)
    } catch {
      // The head log beside the store is the one that counts.
    }
  }
}

/** The newest record in the copy of a vault that is not open, as `HeadCopy.read` gives it. Writes nothing. */
export const readHeadCopy = (
  folder: string | undefined,
  storeId: string,
  key: Uint8Array,
): HeadRecord | undefined => (folder === undefined ? undefined : newestIn(copyOf(folder, storeId), key))

function newestIn(copy: string | number, key: Uint8Array): HeadRecord | undefined {
  try {
    return readHeads(readFileSync(copy), key).newest
  } catch {
    return undefined
  }
}

const copyOf = (folder: string, storeId: string): string => join(folder, `${storeId}.head`)

function openCopy(folder: string, storeId: string): number | undefined {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const path = copyOf(folder, storeId)
    closeSync(openSync(path, 'a', 0o600))
    return openSync(path, 'r+')
  } catch {
    return undefined
  }
}
