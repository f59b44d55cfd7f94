import type { ByteSource } from '../byte-source.ts'
import { CRYPT } from './decode-block.ts'
import { PstError } from './pst-error.ts'

/** Where things stand in a mailbox of one of the three formats: ANSI, Unicode, and Unicode in pages of 4 KiB (.ost since 2013). */
export interface Layout {
  /** Octets of a block's id, of an offset, and of the key of a tree. */
  readonly word: 4 | 8
  readonly pageBytes: number
  /** Where the counts of a page stand, and of how many octets each is. */
  readonly countAt: number
  readonly countBytes: 1 | 2
  readonly typeAt: number
  /** Bits that number an item within a block of a heap. */
  readonly heapIndexBits: number
  /** Whether a block may be packed by zlib. */
  readonly packs: boolean
}

const ANSI: Layout = {
  word: 4,
  pageBytes: 512,
  countAt: 496,
  countBytes: 1,
  typeAt: 500,
  heapIndexBits: 11,
  packs: false,
}
const UNICODE: Layout = { ...ANSI, word: 8, countAt: 488, typeAt: 496 }
const BIG_PAGES: Layout = {
  word: 8,
  pageBytes: 4096,
  countAt: 4056,
  countBytes: 2,
  typeAt: 4072,
  heapIndexBits: 14,
  packs: true,
}

export interface PstHeader {
  readonly layout: Layout
  readonly crypt: number
  /** Where the tree of the nodes and that of the blocks begin. */
  readonly nodeTreeAt: number
  readonly blockTreeAt: number
}

/** What a mailbox of Outlook's starts with (MS-PST 2.2.2.6). */
const MAGIC = Buffer.from('!BDN', 'latin1')

/** Whether octets are the beginning of a mailbox of Outlook's. */
export const isPst = (head: Buffer): boolean => head.subarray(0, 4).equals(MAGIC)

function layoutOf(version: number): Layout {
  if (version === 14 || version === 15) return ANSI
  if (version === 36) return BIG_PAGES
  if (version >= 20) return UNICODE
  throw new PstError('DAMAGED')
}

/** Reads the header. @throws PstError DAMAGED where it is none, or the file is encrypted as a whole (Windows Information Protection). */
export function readPstHeader(source: ByteSource): PstHeader {
  const header = source.read(0, 564)
  if (!isPst(header) || header.length < 564) throw new PstError('DAMAGED')
  const layout = layoutOf(header.readUInt16LE(10))
  const isWide = layout.word === 8
  const crypt = header.readUInt8(isWide ? 513 : 461)
  if (crypt > CRYPT.cyclic) throw new PstError('ENCRYPTED')
  return {
    layout,
    crypt,
    nodeTreeAt: isWide ? Number(header.readBigUInt64LE(224)) : header.readUInt32LE(188),
    blockTreeAt: isWide ? Number(header.readBigUInt64LE(240)) : header.readUInt32LE(196),
  }
}
