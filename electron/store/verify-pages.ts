import { type FileHandle, open } from 'node:fs/promises'
import { errorCode } from '../platform/fault.ts'
import { PAGE_BYTES, type PageSeal, pageCountOf, pageSeal } from './page-seal.ts'

/** What a look at every page of a closed database found. */
export interface PageReport {
  /** How many pages the file has; a last piece that is shorter than a page counts as one. */
  readonly pages: number
  /** Numbers of the pages that are not as they were written, in order; the first page is 1. */
  readonly damaged: readonly number[]
  /** How many pages are gone from the end; 0 where the first page cannot say it. */
  readonly missing: number
}

/** Read at once: a MiB takes 4 to 8 ms to authenticate, well below the 50 ms that the thread may be held. */
const PAGES_AT_ONCE = 256
/** SQLite locks at this byte of a file and never writes the page that holds it. */
const LOCK_PAGE = 0x4000_0000 / PAGE_BYTES + 1

/**
 * Authenticates every page of the database `file` with its raw 32-byte `key`, free pages too, which SQLite's own
 * `integrity_check` leaves out. Writes nothing. Reads from the disk in small pieces, so that the thread stays free; a
 * database without pages is one with its first page missing.
 *
 * A page that lies anew in the write-ahead log beside the file is left out where it does not fit: a crash may have cut off
 * the copying of just that page, and the next opening repeats it.
 *
 * This process must not have the database open: closing any handle of it drops all of its locks (POSIX). Throws the
 * operating system's error where the file cannot be read.
 */
export async function verifyPages(file: string, key: Uint8Array): Promise<PageReport> {
  const logged = await pagesInLog(`${file}-wal`)
  const handle = await open(file, 'r')
  try {
    const first = await read(handle, 0, PAGE_BYTES)
    if (first.length < PAGE_BYTES) return { pages: Math.min(1, first.length), damaged: [1], missing: 0 }
    const seal = pageSeal(first, key)
    const { size } = await handle.stat()
    const pages = Math.ceil(size / PAGE_BYTES)
    const damaged = await damagedPages(handle, seal, logged)
    const told = logged.size > 0 || !seal(first, 1) ? pages : pageCountOf(first, key)
    return { pages, damaged, missing: Math.max(0, told - pages) }
  } finally {
    await handle.close()
  }
}

async function damagedPages(
  handle: FileHandle,
  seal: PageSeal,
  logged: ReadonlySet<number>,
): Promise<number[]> {
  const damaged: number[] = []
  let before = 0
  for (;;) {
    const block = await read(handle, before * PAGE_BYTES, PAGES_AT_ONCE * PAGE_BYTES)
    const count = Math.ceil(block.length / PAGE_BYTES)
    for (let at = 0; at < count; at += 1) {
      const page = block.subarray(at * PAGE_BYTES, (at + 1) * PAGE_BYTES)
      const number = before + at + 1
      if (!isWhole(seal, page, number) && !logged.has(number)) damaged.push(number)
    }
    if (count < PAGES_AT_ONCE) return damaged
    before += count
  }
}

const isWhole = (seal: PageSeal, page: Buffer, number: number): boolean =>
  seal(page, number) || (number === LOCK_PAGE && page.every((byte) => byte === 0))

/** Up to `length` bytes from `position`; fewer only at the end of the file. */
async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const block = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await handle.read(block, filled, length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return block.subarray(0, filled)
}

// https://www.sqlite.org/fileformat.html#walformat
const LOG_HEADER_BYTES = 32
const LOG_SALT_AT = 16
const FRAME_HEADER_BYTES = 24
const FRAME_SALT_AT = 8
const LOG_SALT_BYTES = 8

/** Numbers of the pages that the write-ahead log holds since it was last emptied; none where there is no log. */
async function pagesInLog(log: string): Promise<ReadonlySet<number>> {
  const numbers = new Set<number>()
  const handle = await open(log, 'r').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  })
  if (!handle) return numbers
  try {
    const salt = (await read(handle, LOG_SALT_AT, LOG_SALT_BYTES)).toString('hex')
    for (let at = LOG_HEADER_BYTES; ; at += FRAME_HEADER_BYTES + PAGE_BYTES) {
      const frame = await read(handle, at, FRAME_HEADER_BYTES)
      const frameSalt = frame.subarray(FRAME_SALT_AT, FRAME_SALT_AT + LOG_SALT_BYTES).toString('hex')
      if (frame.length < FRAME_HEADER_BYTES || frameSalt !== salt) return numbers
      numbers.add(frame.readUInt32BE())
    }
  } finally {
    await handle.close()
  }
}
