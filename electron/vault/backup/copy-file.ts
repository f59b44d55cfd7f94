import { createHash } from 'node:crypto'
import { type FileHandle, open, rename } from 'node:fs/promises'

/** Read and written at once: a few milliseconds of work, so that progress is told and a stop is heard. */
const PIECE_BYTES = 1_048_576
/** SQLite locks 512 bytes here and never stores anything in their page; Windows lets no other process read them. */
const LOCK_BYTE = 0x4000_0000
const LOCK_PAGE_BYTES = 4_096

/** How much was copied, and its SHA-256. */
export interface Copied {
  readonly sizeBytes: number
  readonly sha256: string
}

export interface CopyOptions {
  /** Bytes of each piece as it is done. */
  onPiece?(sizeBytes: number): void
  /** Leaves the page of SQLite's locks as zeros. For a database that another process has open. */
  skipLockPage?: boolean
}

/** Copies a file byte by byte to a new one, readable by this user only, and syncs it. Throws where `to` is there already. */
export async function copyNew(from: string, to: string, options: CopyOptions = {}): Promise<Copied> {
  const source = await open(from, 'r')
  try {
    const target = await open(to, 'wx', 0o600)
    try {
      const copied = await copyAll(source, target, options)
      await target.sync()
      return copied
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

/**
 * Copies a file, first to the name `unfinished` in the same folder, to a name under which it appears whole or not at all. The
 * folder is for the caller to sync.
 */
export async function copyInto(
  from: string,
  to: string,
  unfinished: string,
  options?: CopyOptions,
): Promise<Copied> {
  const copied = await copyNew(from, unfinished, options)
  await rename(unfinished, to)
  return copied
}

async function copyAll(source: FileHandle, target: FileHandle, options: CopyOptions): Promise<Copied> {
  const hash = createHash('sha256')
  const { size } = await source.stat()
  const piece = Buffer.allocUnsafe(PIECE_BYTES)
  for (let at = 0; at < size; ) {
    const length = Math.min(PIECE_BYTES, size - at)
    const locked = options.skipLockPage === true && at === LOCK_BYTE ? Math.min(LOCK_PAGE_BYTES, length) : 0
    piece.fill(0, 0, locked)
    await readFull(source, piece.subarray(locked, length), at + locked)
    await target.writeFile(piece.subarray(0, length))
    hash.update(piece.subarray(0, length))
    options.onPiece?.(length)
    at += length
  }
  return { sizeBytes: size, sha256: hash.digest('hex') }
}

async function readFull(source: FileHandle, into: Buffer, position: number): Promise<void> {
  for (let filled = 0; filled < into.length; ) {
    const { bytesRead } = await source.read(into, filled, into.length - filled, position + filled)
    if (bytesRead === 0) throw new RangeError('The file became shorter while it was copied')
    filled += bytesRead
  }
}
