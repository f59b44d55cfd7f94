import { inflateSync } from 'node:zlib'
import type { ByteSource } from '../byte-source.ts'
import { mailLimits } from '../limits.ts'
import { decodeBlock } from './decode-block.ts'
import { type PstHeader, readPstHeader } from './layout.ts'
import { PageTree, TREE } from './page-tree.ts'
import { PstError } from './pst-error.ts'

/** A node: where its data lies, and the nodes that belong to it alone (MS-PST 2.2.2.7.7.4 and 2.2.2.8.3.3.1). */
export interface PstNode {
  readonly id: number
  readonly data: number
  readonly subnodes: number
  readonly parent: number
}

/** Kinds of nodes, the lower five bits of their ids (MS-PST 2.2.2.1). */
export const NODE = { folder: 0x02, message: 0x04, attachment: 0x05 } as const
export const kindOfNode = (id: number): number => id & 0x1f

/** Blocks that list other blocks have this bit in their ids (MS-PST 2.2.2.2). */
const INTERNAL = 2
const MOST_INFLATED = 1024 ** 2

const isInternal = (blockId: number): boolean => blockId % 4 >= INTERNAL

/** The blocks and nodes of a mailbox of Outlook's (MS-PST 2.2), read from where they lie, as they are asked for. */
export class NodeDatabase {
  readonly #source: ByteSource
  readonly #header: PstHeader
  readonly #nodes: PageTree
  readonly #blocks: PageTree
  /** What may still be read for the thing in hand. */
  #bytesLeft = 0

  /** @throws PstError DAMAGED, ENCRYPTED */
  constructor(source: ByteSource) {
    this.#source = source
    this.#header = readPstHeader(source)
    const { layout, nodeTreeAt, blockTreeAt } = this.#header
    this.#nodes = new PageTree(source, layout, TREE.nodes, nodeTreeAt)
    this.#blocks = new PageTree(source, layout, TREE.blocks, blockTreeAt)
    this.startItem()
  }

  get heapIndexBits(): number {
    return this.#header.layout.heapIndexBits
  }

  /** Words of this format are of so many octets. */
  get word(): 4 | 8 {
    return this.#header.layout.word
  }

  /** What is read from now on is one message: blocks that are listed over and over must not cost more than it may. */
  startItem(): void {
    this.#bytesLeft = 2 * mailLimits.messageBytes
  }

  find(id: number): PstNode | null {
    const entry = this.#nodes.find(id)
    return entry && this.#nodeOf(entry)
  }

  *all(onDamage: () => void): Generator<PstNode, void, undefined> {
    for (const entry of this.#nodes.entries(onDamage)) yield this.#nodeOf(entry)
  }

  #nodeOf(entry: Buffer): PstNode {
    const { word } = this.#header.layout
    return {
      id: entry.readUInt32LE(0),
      data: this.#nodes.word(entry, word),
      subnodes: this.#nodes.word(entry, 2 * word),
      parent: entry.readUInt32LE(3 * word),
    }
  }

  /** The blocks of a node's data in order; none where it has no data. @throws PstError */
  blocksOf(blockId: number): Buffer[] {
    if (blockId === 0) return []
    return isInternal(blockId) ? this.#listed(blockId, 2) : [this.#block(blockId)]
  }

  #listed(blockId: number, level: number): Buffer[] {
    const list = this.#block(blockId)
    if (list.length < 8 || list[0] !== 1 || list.readUInt8(1) > level) throw new PstError('DAMAGED')
    const isTop = list.readUInt8(1) === 2
    return this.#entries(list, 8, this.#header.layout.word).flatMap((entry) => {
      const id = this.#blocks.word(entry, 0)
      return isTop ? this.#listed(id, 1) : [this.#block(id)]
    })
  }

  /** The nodes that belong to a node alone, by their ids. @throws PstError */
  subnodesOf(blockId: number): Map<number, PstNode> {
    const found = new Map<number, PstNode>()
    if (blockId !== 0) this.#addSubnodes(found, blockId, 1)
    return found
  }

  #addSubnodes(found: Map<number, PstNode>, blockId: number, level: number): void {
    const { word } = this.#header.layout
    const list = this.#block(blockId)
    if (list.length < 4 || list[0] !== 2 || list.readUInt8(1) > level) throw new PstError('DAMAGED')
    const isLeaf = list.readUInt8(1) === 0
    for (const entry of this.#entries(list, word === 8 ? 8 : 4, isLeaf ? 3 * word : 2 * word)) {
      const [id, data] = [entry.readUInt32LE(0), this.#blocks.word(entry, word)]
      if (isLeaf) found.set(id, { id, data, subnodes: this.#blocks.word(entry, 2 * word), parent: 0 })
      else this.#addSubnodes(found, data, 0)
    }
  }

  #entries(list: Buffer, from: number, size: number): Buffer[] {
    const count = list.readUInt16LE(2)
    if (from + count * size > list.length) throw new PstError('DAMAGED')
    return Array.from({ length: count }, (_, at) => list.subarray(from + at * size, from + (at + 1) * size))
  }

  #block(blockId: number): Buffer {
    const { layout, crypt } = this.#header
    const key = blockId - (blockId % 2)
    const entry = this.#blocks.find(key) ?? this.#blocks.find(key + 1)
    if (!entry) throw new PstError('DAMAGED')
    const size = entry.readUInt16LE(2 * layout.word)
    this.#bytesLeft -= size
    if (this.#bytesLeft < 0) throw new PstError('TOO_LARGE')
    const stored = this.#source.read(this.#blocks.word(entry, layout.word), size)
    if (stored.length < size) throw new PstError('DAMAGED')
    const decoded = isInternal(blockId) ? stored : decodeBlock(stored, crypt, key)
    return layout.packs ? this.#unpacked(decoded, entry.readUInt16LE(2 * layout.word + 2)) : decoded
  }

  #unpacked(stored: Buffer, size: number): Buffer {
    if (size === 0 || size === stored.length) return stored
    try {
      const bytes = inflateSync(stored, { maxOutputLength: MOST_INFLATED })
      this.#bytesLeft -= bytes.length
      return bytes
    } catch {
      throw new PstError('DAMAGED')
    }
  }
}
