import type { Reading } from '../reading.ts'
import { UnreadableError } from '../unreadable-error.ts'
import { type Geometry, readGeometry, SectorTable } from './sector-table.ts'

/** A stream of a compound file; its octets stay where they are until they are asked for. */
export interface CfbStream {
  readonly name: string
  /** As the directory tells it; a damaged file may hold fewer octets. */
  readonly sizeBytes: number
  read(): Buffer
}

/** A storage of a compound file: what a folder is to a disk. In the order of the file's own directory tree. */
export interface CfbStorage {
  readonly name: string
  readonly storages: readonly CfbStorage[]
  readonly streams: readonly CfbStream[]
}

const ENTRY_BYTES = 128
const NO_ENTRY = 0xffff_ffff
const KIND = { storage: 1, stream: 2, root: 5 } as const
/** Storages within storages; each message within a message takes two. */
const MOST_DEPTH = 40
/** Streams may share their sectors in a forged file; an honest one is read twice or three times over at most. */
const MOST_READ_OVER = 8

interface Entry {
  readonly name: string
  readonly kind: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly sizeBytes: number
}

function readEntry(directory: Buffer, index: number): Entry {
  const entry = directory.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES)
  const nameBytes = Math.min(64, Math.max(0, entry.readUInt16LE(64) - 2))
  return {
    name: entry.toString('utf16le', 0, nameBytes - (nameBytes % 2)),
    kind: entry.readUInt8(66),
    left: entry.readUInt32LE(68),
    right: entry.readUInt32LE(72),
    child: entry.readUInt32LE(76),
    start: entry.readUInt32LE(116),
    sizeBytes: entry.readUInt32LE(120),
  }
}

class CompoundFile {
  readonly #geometry: Geometry
  readonly #big: SectorTable
  readonly #small: SectorTable
  readonly #entries: Entry[]
  readonly #reading: Reading
  readonly #seen = new Set<number>()
  #bytesLeft: number

  constructor(bytes: Buffer, geometry: Geometry, reading: Reading) {
    this.#geometry = geometry
    this.#reading = reading
    this.#bytesLeft = (bytes.length + 4096) * MOST_READ_OVER
    this.#big = SectorTable.ofFile(bytes, geometry)
    const directory = this.#big.read(geometry.directoryStart)
    this.#entries = Array.from({ length: Math.floor(directory.length / ENTRY_BYTES) }, (_, index) =>
      readEntry(directory, index),
    )
    const root = this.#entries[0]
    if (root?.kind !== KIND.root) throw new UnreadableError('NOT_A_MESSAGE')
    this.#small = new SectorTable(
      this.#big.read(root.start),
      0,
      geometry.smallBytes,
      this.#big.read(geometry.smallTableStart),
    )
  }

  root(): CfbStorage {
    this.#seen.add(0)
    return this.#storage('', this.#entries[0]?.child ?? NO_ENTRY, 0)
  }

  /** The entries below a storage: a binary tree in the file, walked without recursion, each entry taken once in all. */
  #siblings(top: number): Entry[] {
    const found: Entry[] = []
    const path: number[] = []
    let at = top
    while (path.length > 0 || at !== NO_ENTRY) {
      const entry = this.#entries[at]
      if (entry && !this.#seen.has(at)) {
        this.#seen.add(at)
        path.push(at)
        at = entry.left
        continue
      }
      if (at !== NO_ENTRY) this.#reading.warnings.add('PART_UNREADABLE')
      const back = this.#entries[path.pop() ?? NO_ENTRY]
      if (!back) break
      found.push(back)
      at = back.right
    }
    return found
  }

  #storage(name: string, child: number, depth: number): CfbStorage {
    if (depth > MOST_DEPTH) throw new UnreadableError('TOO_DEEP')
    const entries = this.#siblings(child)
    return {
      name,
      storages: entries
        .filter(({ kind }) => kind === KIND.storage)
        .map((entry) => this.#storage(entry.name, entry.child, depth + 1)),
      streams: entries.filter(({ kind }) => kind === KIND.stream).map((entry) => this.#stream(entry)),
    }
  }

  #stream({ name, start, sizeBytes }: Entry): CfbStream {
    const table = sizeBytes < this.#geometry.smallBelowBytes ? this.#small : this.#big
    return {
      name,
      sizeBytes,
      read: () => {
        const bytes = table.read(start, sizeBytes)
        if (bytes.length < sizeBytes) this.#reading.warnings.add('TRUNCATED')
        this.#bytesLeft -= bytes.length
        if (this.#bytesLeft < 0) throw new UnreadableError('TOO_LARGE')
        return bytes
      },
    }
  }
}

/**
 * The root of a compound file (MS-CFB), in which Outlook keeps a message. Chains that never end or lead out of the file
 * stop where that shows; what is missing is noted as TRUNCATED when it is read.
 * @throws UnreadableError NOT_A_MESSAGE without a header and a root, TOO_DEEP, TOO_LARGE where streams share their octets.
 */
export function openCompoundFile(bytes: Buffer, reading: Reading): CfbStorage {
  return new CompoundFile(bytes, readGeometry(bytes), reading).root()
}
