import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { canonicalBytes } from '../platform/canonical.ts'

/** One record, whatever its numbers; the sector of a disk, which is written whole or not at all. */
export const RECORD_BYTES = 512

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const headRecord = z.strictObject({
  v: z.literal(1),
  /** Number and hash of the newest entry of the chain. */
  seq: z.int().nonnegative(),
  hash,
  /** Root of the Merkle tree over all entries; null where nobody has computed it yet. */
  root: hash.nullable(),
  at: z.string(),
})
const sealedRecord = headRecord.extend({ mac: hash })

/** How far the chain had come: what the store is held against when it is next opened. */
export type HeadRecord = z.infer<typeof headRecord>

/** The record as it lies on disk: canonical JSON with its MAC, padded with spaces, and a line feed at the end. */
export function sealHead(record: HeadRecord, key: Uint8Array): Buffer {
  const line = Buffer.alloc(RECORD_BYTES, ' ')
  canonicalBytes({ ...record, mac: macOf(record, key).toString('hex') }).copy(line)
  line.write('\n', RECORD_BYTES - 1)
  return line
}

/** What a head log or its copy holds. */
export interface HeadReading {
  /** The good record with the highest number. */
  readonly newest: HeadRecord | undefined
  /** Something in it is neither a good record nor room kept free for one. */
  readonly damaged: boolean
}

/**
 * Reads records one after another. Zeros after the last one are room for the next, and a power cut may have left any length of
 * them; anything else that is no record is damage.
 */
export function readHeads(bytes: Buffer, key: Uint8Array): HeadReading {
  let newest: HeadRecord | undefined
  let damaged = false
  let ended = false
  for (let at = 0; at < bytes.length; at += RECORD_BYTES) {
    const line = bytes.subarray(at, at + RECORD_BYTES)
    if (line.every((byte) => byte === 0)) {
      ended = true
      continue
    }
    const record = openHead(line, key)
    if (!record || ended) damaged = true
    if (record && record.seq >= (newest?.seq ?? 0)) newest = record
  }
  return { newest, damaged: damaged || newest === undefined }
}

/** The record in one line, or undefined where a single bit of it is not as `sealHead` wrote it with this key. */
function openHead(line: Buffer, key: Uint8Array): HeadRecord | undefined {
  try {
    const { mac, ...record } = sealedRecord.parse(JSON.parse(line.toString()))
    const genuine = timingSafeEqual(macOf(record, key), Buffer.from(mac, 'hex'))
    return genuine && sealHead(record, key).equals(line) ? record : undefined
  } catch {
    return undefined
  }
}

const macOf = (record: HeadRecord, key: Uint8Array): Buffer =>
  createHmac('sha256', key).update(canonicalBytes(record)).digest()
