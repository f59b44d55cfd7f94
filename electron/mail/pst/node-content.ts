import { Heap } from './heap.ts'
import type { NodeDatabase, PstNode } from './node-database.ts'
import { PstError } from './pst-error.ts'

/** What a node holds: a heap, and nodes of its own for what is too large for it. */
export interface NodeContent {
  readonly heap: Heap
  readonly subnodes: ReadonlyMap<number, PstNode>
  /** The octets an id stands for: a piece of the heap, or the data of a node of its own (MS-PST 2.3.3.2). */
  valueAt(id: number): Buffer
  /** The same, block by block: rows of a table do not cross from one to the next. */
  blocksAt(id: number): Buffer[]
}

/** Opens a node. @throws PstError */
export function openNode(database: NodeDatabase, node: PstNode): NodeContent {
  const heap = new Heap(database.blocksOf(node.data), database.heapIndexBits)
  const subnodes = database.subnodesOf(node.subnodes)
  const blocksAt = (id: number): Buffer[] => {
    if ((id & 0x1f) === 0) return [heap.piece(id)]
    const found = subnodes.get(id)
    if (!found) throw new PstError('DAMAGED')
    return database.blocksOf(found.data)
  }
  return { heap, subnodes, blocksAt, valueAt: (id) => Buffer.concat(blocksAt(id)) }
}
