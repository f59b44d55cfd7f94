import { UnreadableError } from '../unreadable-error.ts'

/** What the header of a compound file says about its build (MS-CFB 2.2). */
export interface Geometry {
  readonly sectorBytes: number
  readonly smallBytes: number
  /** Streams shorter than this lie in the small sectors. */
  readonly smallBelowBytes: number
  readonly directoryStart: number
  readonly smallTableStart: number
  readonly tableListStart: number
}

const HEADER_BYTES = 512
const TABLE_LIST_AT = 76
/** Sector numbers from here on have a meaning of their own: end of chain, free, table. */
const MOST_SECTOR = 0xffff_fffa

/**
 * Reads the header. The sizes it may name are the two that the standard knows; a damaged one is taken as the usual.
 * @throws UnreadableError NOT_A_MESSAGE where the header is cut off.
 */
export function readGeometry(bytes: Buffer): Geometry {
  if (bytes.length < HEADER_BYTES) throw new UnreadableError('NOT_A_MESSAGE')
  return {
    sectorBytes: bytes.readUInt16LE(30) === 12 ? 4096 : 512,
    smallBytes: 64,
    smallBelowBytes: 4096,
    directoryStart: bytes.readUInt32LE(48),
    smallTableStart: bytes.readUInt32LE(60),
    tableListStart: bytes.readUInt32LE(68),
  }
}

/** The sectors that hold the table of sectors: 109 in the header, the others in a chain of lists (MS-CFB 2.5). */
function listTableSectors(bytes: Buffer, { sectorBytes, tableListStart }: Geometry): number[] {
  const sectors = Math.ceil(bytes.length / sectorBytes)
  const enough = Math.ceil((sectors * 4) / sectorBytes)
  const found: number[] = []
  const take = (from: number, to: number): void => {
    for (let at = from; at + 4 <= to && found.length < enough; at += 4) {
      const sector = bytes.readUInt32LE(at)
      if (sector < MOST_SECTOR) found.push(sector)
    }
  }
  take(TABLE_LIST_AT, HEADER_BYTES)
  const seen = new Set<number>()
  for (let list = tableListStart; found.length < enough && !seen.has(list); ) {
    seen.add(list)
    const from = (list + 1) * sectorBytes
    const next = from + sectorBytes - 4
    if (list >= MOST_SECTOR || next + 4 > bytes.length) break
    take(from, next)
    list = bytes.readUInt32LE(next)
  }
  return found
}

/** Sectors of one size and the table that says which follows which. */
export class SectorTable {
  readonly #bytes: Buffer
  readonly #start: number
  readonly #sectorBytes: number
  readonly #table: Buffer

  /** `start`: where sector 0 lies. `table`: for each sector the next one, 32 bits. */
  constructor(bytes: Buffer, start: number, sectorBytes: number, table: Buffer) {
    this.#bytes = bytes
    this.#start = start
    this.#sectorBytes = sectorBytes
    this.#table = table
  }

  /** The large sectors of a file; the first is behind the header, which takes a sector whatever its size. */
  static ofFile(bytes: Buffer, geometry: Geometry): SectorTable {
    const { sectorBytes } = geometry
    const pieces = listTableSectors(bytes, geometry).map((sector) => {
      const at = (sector + 1) * sectorBytes
      const piece = bytes.subarray(at, at + sectorBytes)
      // A table sector that is cut off still stands for its sectors; those behind it must not move up.
      return piece.length === sectorBytes ? piece : Buffer.concat([piece], sectorBytes)
    })
    return new SectorTable(bytes, sectorBytes, sectorBytes, Buffer.concat(pieces))
  }

  /**
   * The octets of a chain, up to `sizeBytes`. It ends where it meets itself, or a sector that is none: fewer octets come
   * back then, and never more than there are in all.
   */
  read(first: number, sizeBytes = Number.POSITIVE_INFINITY): Buffer {
    const pieces: Buffer[] = []
    const seen = new Set<number>()
    let left = sizeBytes
    for (let sector = first; left > 0 && sector < MOST_SECTOR && !seen.has(sector); ) {
      seen.add(sector)
      const at = this.#start + sector * this.#sectorBytes
      const piece = this.#bytes.subarray(at, at + Math.min(left, this.#sectorBytes))
      if (piece.length === 0) break
      pieces.push(piece)
      left -= piece.length
      sector = sector * 4 + 4 <= this.#table.length ? this.#table.readUInt32LE(sector * 4) : MOST_SECTOR
    }
    return Buffer.concat(pieces)
  }
}
