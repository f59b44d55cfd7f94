import type { Seeded } from '../seeded.ts'

/** A copy with one bit turned over. */
export function flipped(bytes: Buffer, random: Seeded, from = 0): { bytes: Buffer; at: number } {
  const copy = Buffer.from(bytes)
  const at = from + random.whole(bytes.length - from)
  copy.writeUInt8(copy.readUInt8(at) ^ (1 << random.whole(8)), at)
  return { bytes: copy, at }
}

/** The beginning of it, shorter by at least a byte. */
export const cutOff = (bytes: Buffer, random: Seeded): Buffer => bytes.subarray(0, random.whole(bytes.length))
