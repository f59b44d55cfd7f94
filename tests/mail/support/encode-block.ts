import { decodeBlock } from '../../../electron/mail/pst/decode-block.ts'

/** Some plain octets of Outlook's own under both encodings of MS-PST 5, so that the decoder is not only held against itself. */
export const KNOWN = { permuted: [0x41, 0x36, 0x13, 0x62], plain: [0, 1, 2, 3] } as const

/** Finds the octets that decode to these: each octet is encoded by itself. */
export function encodeBlock(bytes: Buffer, method: number, blockId: number): Buffer {
  if (method === 0) return bytes
  // The cyclic encoding undoes itself; the permutation is turned around by its table.
  if (method === 2) return decodeBlock(bytes, method, blockId)
  const decoded = decodeBlock(Buffer.from(Array.from({ length: 256 }, (_, octet) => octet)), method, blockId)
  const encoded = Buffer.alloc(256)
  for (const [from, to] of decoded.entries()) encoded[to] = from
  return Buffer.from(bytes.map((octet) => encoded[octet] ?? 0))
}
