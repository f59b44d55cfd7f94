import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Bytes that are read from any place in them, without all of them being in memory. */
export interface ByteSource {
  readonly sizeBytes: number
  /** Up to `length` bytes from `offset`; fewer only at the end. */
  read(offset: number, length: number): Buffer
  close(): void
}

/** Opens a file. Throws the operating system's error. */
export function openFileSource(path: string): ByteSource {
  const file = openSync(path, 'r')
  return {
    sizeBytes: fstatSync(file).size,
    read(offset, length) {
      const bytes = Buffer.alloc(length)
      let filled = 0
      while (filled < length) {
        const count = readSync(file, bytes, filled, length - filled, offset + filled)
        if (count === 0) break
        filled += count
      }
      return bytes.subarray(0, filled)
    },
    close: () => closeSync(file),
  }
}

/** Bytes that are in memory already. */
export function byteSourceOf(bytes: Buffer): ByteSource {
  return {
    sizeBytes: bytes.length,
    read: (offset, length) => Buffer.from(bytes.subarray(offset, offset + length)),
    close: () => undefined,
  }
}
