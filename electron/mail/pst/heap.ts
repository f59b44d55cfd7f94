import { PstError } from './pst-error.ts'

const HEAP = 0xec
/** Records of one tree; an honest one has some hundreds, a table of a large folder a hundred thousand. */
const MOST_RECORDS = 1_000_000
const MOST_LEVELS = 8

/** A heap in the blocks of a node's data (MS-PST 2.3.1): small pieces by their ids. */
export class Heap {
  readonly #blocks: readonly Buffer[]
  readonly #indexBits: number
  /** What the heap is there for, and the piece to begin with. */
  readonly client: number
  readonly root: number

  /** @throws PstError DAMAGED */
  constructor(blocks: readonly Buffer[], indexBits: number) {
    this.#blocks = blocks
    this.#indexBits = indexBits
    const first = blocks[0]
    if (!first || first.length < 12 || first[2] !== HEAP) throw new PstError('DAMAGED')
    this.client = first.readUInt8(3)
    this.root = first.readUInt32LE(4)
  }

  /** One piece; empty for the id 0, which stands for nothing. @throws PstError DAMAGED */
  piece(id: number): Buffer {
    if (id === 0) return Buffer.alloc(0)
    const index = (id >>> 5) % 2 ** this.#indexBits
    const block = this.#blocks[id >>> (5 + this.#indexBits)]
    if (!block || index === 0 || block.length < 2) throw new PstError('DAMAGED')
    const map = block.readUInt16LE(0)
    if (map + 4 > block.length || index > block.readUInt16LE(map)) throw new PstError('DAMAGED')
    const at = map + 4 + (index - 1) * 2
    if (at + 4 > block.length) throw new PstError('DAMAGED')
    return block.subarray(block.readUInt16LE(at), block.readUInt16LE(at + 2))
  }

  /** The records of a tree in the heap (MS-PST 2.3.2), key and all. @throws PstError DAMAGED */
  records(treeId: number): Buffer[] {
    const tree = this.piece(treeId)
    if (tree.length < 8 || tree[0] !== 0xb5) throw new PstError('DAMAGED')
    const [keyBytes, dataBytes, levels] = [tree.readUInt8(1), tree.readUInt8(2), tree.readUInt8(3)]
    if (keyBytes === 0 || levels > MOST_LEVELS) throw new PstError('DAMAGED')
    let ids = [tree.readUInt32LE(4)]
    for (let level = levels; level > 0; level -= 1)
      ids = ids.flatMap((id) => this.#cut(id, keyBytes + 4).map((record) => record.readUInt32LE(keyBytes)))
    return ids.flatMap((id) => this.#cut(id, keyBytes + dataBytes))
  }

  #cut(id: number, size: number): Buffer[] {
    const piece = this.piece(id)
    const count = Math.floor(piece.length / size)
    if (count > MOST_RECORDS) throw new PstError('DAMAGED')
    return Array.from({ length: count }, (_, at) => piece.subarray(at * size, (at + 1) * size))
  }
}
