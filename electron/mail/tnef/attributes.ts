import type { Reading } from '../reading.ts'
import { Octets } from './octets.ts'

/** One attribute of a TNEF stream (MS-OXTNEF 2.1.3). */
export interface Attribute {
  readonly level: 1 | 2
  /** The lower half of the attribute's id. */
  readonly id: number
  readonly bytes: Buffer
}

export const LEVEL = { message: 1, attachment: 2 } as const

/** Lower halves of the ids of the attributes that are read (MS-OXTNEF 2.1.3.3). */
export const ATT = {
  from: 0x8000,
  subject: 0x8004,
  dateSent: 0x8005,
  messageClass: 0x8008,
  body: 0x800c,
  attachData: 0x800f,
  attachTitle: 0x8010,
  attachRendData: 0x9002,
  messageProperties: 0x9003,
  recipients: 0x9004,
  attachProperties: 0x9005,
  codePage: 0x9007,
} as const

/** `0x223E9F78`, little-endian. */
export const TNEF_SIGNATURE = Buffer.from([0x78, 0x9f, 0x3e, 0x22])

function sumOf(bytes: Buffer): number {
  let sum = 0
  for (const octet of bytes) sum = (sum + octet) & 0xffff
  return sum
}

/** The attributes in order, up to the end or to what is none. Altered octets are noted, and read all the same. */
export function* listAttributes(bytes: Buffer, reading: Reading): Generator<Attribute> {
  const octets = new Octets(bytes.subarray(6))
  while (octets.left > 0) {
    const level = octets.octet()
    if (level !== LEVEL.message && level !== LEVEL.attachment) {
      reading.warnings.add('PART_UNREADABLE')
      return
    }
    const id = octets.long() & 0xffff
    const length = octets.long()
    const content = octets.take(length)
    const isWhole = content.length === length && octets.left >= 2
    const sum = octets.short()
    if (!isWhole) reading.warnings.add('TRUNCATED')
    else if (sum !== sumOf(content)) reading.warnings.add('PART_ENCODING_DAMAGED')
    yield { level, id, bytes: content }
  }
}
