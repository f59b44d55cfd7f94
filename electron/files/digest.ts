import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'

/** As much as is hashed in about a millisecond. */
const PIECE_BYTES = 1_048_576

/** SHA-256 as lower-case hex, in pieces, so that a large file does not hold the thread. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    if (start > 0) await setImmediate()
    hash.update(bytes.subarray(start, start + PIECE_BYTES))
  }
  return hash.digest('hex')
}
