import { closeSync, openSync, readSync } from 'node:fs'
import { errorCode } from '../platform/fault.ts'
import { openPage, PAGE_BYTES, pageSeal } from './page-seal.ts'

/** A value as SQLite stores it; a whole number beyond 2^53 loses its last digits. */
export type Carved = string | number | Buffer | null

/** What is left of a database: rows from every page that is whole, whatever became of the pages around them. */
export interface Remains {
  readonly pages: number
  /** Numbers of the pages that are not as they were written. */
  readonly damaged: readonly number[]
  /** The columns of every row that is whole, in the order of the pages, and of no table in particular. */
  rows(): Generator<Carved[]>
}

// https://www.sqlite.org/fileformat.html, sections 1.5 to 2.1
const RESERVED_BYTES = 80
const USABLE_BYTES = PAGE_BYTES - RESERVED_BYTES
const TABLE_LEAF = 0x0d
const FIRST_PAGE_HEADER = 100
const MOST_LOCAL = USABLE_BYTES - 35
const LEAST_LOCAL = Math.floor(((USABLE_BYTES - 12) * 32) / 255) - 23
const OVERFLOW_BYTES = USABLE_BYTES - 4
/** Nothing that this app keeps in a row is larger. */
const MOST_ROW_BYTES = 64 * 1_048_576
const LOG_HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24

/**
 * Reads a damaged database page by page, without SQLite and without its tree, so that a lost page costs the rows that lay in
 * it and no others. A page whose HMAC does not fit gives nothing, unless the salt itself is lost: then all are decrypted, and
 * whoever takes a row must know by its content that it is one. A write-ahead log beside the file is laid over it.
 *
 * For a copy, or a file that nobody has open. Holds the thread while it reads.
 */
export function readRemains(file: string, key: Uint8Array): Remains {
  const all = [...pagesOf(file, 0, PAGE_BYTES, 0)]
  const seal = pageSeal(all[0]?.bytes ?? Buffer.alloc(PAGE_BYTES), key)
  const saltIsLost = !all.some(({ bytes, number }) => seal(bytes, number))
  const pages = new Map<number, Buffer>()
  const damaged: number[] = []
  for (const { number, bytes } of all)
    if (saltIsLost || seal(bytes, number)) pages.set(number, bytes)
    else damaged.push(number)
  for (const { number, bytes } of pagesOf(`${file}-wal`, LOG_HEADER_BYTES, PAGE_BYTES, FRAME_HEADER_BYTES))
    if (seal(bytes, number)) pages.set(number, bytes)
  const plain = (number: number): Buffer | undefined => {
    const sealed = pages.get(number)
    return sealed?.length === PAGE_BYTES ? openPage(sealed, number, key) : undefined
  }
  return {
    pages: all.length,
    damaged: saltIsLost && all.length > 0 ? [1] : damaged,
    *rows() {
      for (const number of pages.keys()) {
        const page = plain(number)
        if (page) yield* rowsOf(page, number === 1 ? FIRST_PAGE_HEADER : 0, plain)
      }
    },
  }
}

/** Pages one after another; in a log, each behind a header that begins with its number. */
function* pagesOf(
  file: string,
  start: number,
  length: number,
  header: number,
): Generator<{ number: number; bytes: Buffer }> {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return
    throw error
  }
  try {
    for (let at = start, count = 1; ; at += header + length, count += 1) {
      const block = Buffer.alloc(header + length)
      const read = readSync(handle, block, 0, block.length, at)
      if (read <= header) return
      yield { number: header > 0 ? block.readUInt32BE() : count, bytes: block.subarray(header, read) }
    }
  } finally {
    closeSync(handle)
  }
}

function* rowsOf(
  page: Buffer,
  header: number,
  plain: (number: number) => Buffer | undefined,
): Generator<Carved[]> {
  if (page[header] !== TABLE_LEAF) return
  const count = page.readUInt16BE(header + 3)
  for (let cell = 0; cell < count && header + 10 + cell * 2 <= USABLE_BYTES; cell += 1) {
    const row = rowAt(page, page.readUInt16BE(header + 8 + cell * 2), plain)
    if (row) yield row
  }
}

/** The row whose cell begins at `at`, or undefined where it, or a page it goes on in, is not whole. */
function rowAt(
  page: Buffer,
  at: number,
  plain: (number: number) => Buffer | undefined,
): Carved[] | undefined {
  try {
    const size = varint(page, at)
    const rowId = varint(page, size.end)
    if (size.value > MOST_ROW_BYTES) return undefined
    return columnsOf(payloadAt(page, rowId.end, size.value, plain))
  } catch (error) {
    if (error instanceof RangeError) return undefined // a length that leads out of its page
    throw error
  }
}

function payloadAt(
  page: Buffer,
  at: number,
  size: number,
  plain: (number: number) => Buffer | undefined,
): Buffer {
  const rest = LEAST_LOCAL + ((size - LEAST_LOCAL) % OVERFLOW_BYTES)
  const local = size <= MOST_LOCAL ? size : rest <= MOST_LOCAL ? rest : LEAST_LOCAL
  const parts = [page.subarray(at, at + local)]
  let next = local < size ? page.readUInt32BE(at + local) : 0
  for (let got = local; got < size; ) {
    const overflow = plain(next)
    if (!overflow) throw new RangeError('A page of this row is lost')
    const part = overflow.subarray(4, 4 + Math.min(OVERFLOW_BYTES, size - got))
    parts.push(part)
    got += part.length
    next = overflow.readUInt32BE()
  }
  const payload = Buffer.concat(parts)
  if (payload.length !== size) throw new RangeError('The row is cut off')
  return payload
}

function columnsOf(payload: Buffer): Carved[] {
  const header = varint(payload, 0)
  const columns: Carved[] = []
  let [at, body] = [header.end, header.value]
  while (at < header.value) {
    const kind = varint(payload, at)
    const length = lengthOf(kind.value)
    if (body + length > payload.length) throw new RangeError('The row is cut off')
    columns.push(readValue(kind.value, payload.subarray(body, body + length)))
    ;[at, body] = [kind.end, body + length]
  }
  return columns
}

const LENGTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]
const REAL = 7
const ZERO = 8
const ONE = 9
const FIRST_BLOB = 12

function lengthOf(kind: number): number {
  const length = kind >= FIRST_BLOB ? (kind - FIRST_BLOB - (kind % 2)) / 2 : LENGTHS[kind]
  if (length === undefined) throw new RangeError('No kind of value')
  return length
}

function readValue(kind: number, bytes: Buffer): Carved {
  if (kind >= FIRST_BLOB) return kind % 2 === 0 ? Buffer.from(bytes) : bytes.toString('utf8')
  if (kind === 0) return null
  if (kind === ZERO || kind === ONE) return kind - ZERO
  if (kind === REAL) return bytes.readDoubleBE()
  return bytes.length === 8 ? Number(bytes.readBigInt64BE()) : bytes.readIntBE(0, bytes.length)
}

/** One to nine bytes, seven bits in each but the ninth, the highest first. */
function varint(bytes: Buffer, at: number): { value: number; end: number } {
  let value = 0
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes.readUInt8(at + index)
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, end: at + index + 1 }
  }
  return { value: value * 256 + bytes.readUInt8(at + 8), end: at + 9 }
}
