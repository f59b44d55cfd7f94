import type { CfbStorage, CfbStream } from '../cfb/compound-file.ts'

/** A stream to be written into a compound file. */
export const streamOf = (name: string, bytes: Buffer): CfbStream => ({
  name,
  sizeBytes: bytes.length,
  read: () => bytes,
})

/** A storage to be written into a compound file. */
export const storageOf = (
  name: string,
  streams: readonly CfbStream[],
  storages: readonly CfbStorage[],
): CfbStorage => ({ name, streams, storages })
