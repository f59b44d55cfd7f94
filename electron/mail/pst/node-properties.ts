import { type PropertyValue, TYPE } from '../mapi/mapi-message.ts'
import type { NodeContent } from './node-content.ts'
import { PstError } from './pst-error.ts'

const PROPERTIES = 0xbc
const TABLE = 0x7c
/** Octets of types that need no more than eight (MS-OXCDATA 2.11.1); all others stand elsewhere. */
const FIXED: Readonly<Record<number, number>> = {
  2: 2,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 1,
  20: 8,
  64: 8,
}

type Values = Map<number, PropertyValue>

function pointedAt(content: NodeContent, type: number, bytes: Buffer): PropertyValue {
  const size = FIXED[type]
  if (size !== undefined && size <= bytes.length) return { type, read: () => bytes.subarray(0, size) }
  // A message inside an attachment: the id of its node, which whoever opens it follows.
  const id = bytes.readUInt32LE(0)
  return { type, read: () => content.valueAt(id) }
}

/** The properties of a node (MS-PST 2.3.3). @throws PstError DAMAGED */
export function propertiesOf(content: NodeContent): Values {
  const { heap } = content
  if (heap.client !== PROPERTIES) throw new PstError('DAMAGED')
  const properties: Values = new Map()
  for (const record of heap.records(heap.root)) {
    if (record.length < 8) throw new PstError('DAMAGED')
    const [id, type] = [record.readUInt16LE(0), record.readUInt16LE(2)]
    properties.set(id, pointedAt(content, type, record.subarray(4, 8)))
  }
  return properties
}

interface Column {
  readonly id: number
  readonly type: number
  readonly at: number
  readonly size: number
  /** Which bit of a row says whether it has a value there. */
  readonly bit: number
}

function columnsOf(info: Buffer): Column[] {
  return Array.from({ length: info.readUInt8(1) }, (_, index) => {
    const column = info.subarray(22 + index * 8, 30 + index * 8)
    if (column.length < 8) throw new PstError('DAMAGED')
    return {
      type: column.readUInt16LE(0),
      id: column.readUInt16LE(2),
      at: column.readUInt16LE(4),
      size: column.readUInt8(6),
      bit: column.readUInt8(7),
    }
  })
}

function cellsOf(content: NodeContent, row: Buffer, columns: readonly Column[], bitsAt: number): Values {
  const cells: Values = new Map()
  for (const { id, type, at, size, bit } of columns) {
    const isThere = ((row[bitsAt + (bit >>> 3)] ?? 0) & (0x80 >>> (bit & 7))) !== 0
    const cell = row.subarray(at, at + size)
    if (!isThere || cell.length < size || (FIXED[type] === undefined && size < 4)) continue
    cells.set(id, pointedAt(content, type, cell))
  }
  return cells
}

/** The rows of a table (MS-PST 2.3.4), in the order of its index; those the index does not name are deleted ones. @throws PstError DAMAGED */
export function rowsOf(content: NodeContent, word: 4 | 8): Values[] {
  const { heap } = content
  const info = heap.piece(heap.root)
  if (heap.client !== TABLE || info.length < 22) throw new PstError('DAMAGED')
  const columns = columnsOf(info)
  const [bitsAt, rowBytes, rowsAt] = [info.readUInt16LE(6), info.readUInt16LE(8), info.readUInt32LE(14)]
  if (rowBytes === 0) throw new PstError('DAMAGED')
  const rows = (rowsAt === 0 ? [] : content.blocksAt(rowsAt)).flatMap((block) =>
    Array.from({ length: Math.floor(block.length / rowBytes) }, (_, at) =>
      block.subarray(at * rowBytes, (at + 1) * rowBytes),
    ),
  )
  return heap
    .records(info.readUInt32LE(10))
    .map((record) => (word === 8 ? record.readUInt32LE(4) : record.readUInt16LE(4)))
    .sort((one, other) => one - other)
    .map((index) => {
      const row = rows[index]
      if (!row) throw new PstError('DAMAGED')
      return cellsOf(content, row, columns, bitsAt)
    })
}

/** The id of the node a value of the type object names (MS-PST 2.3.3.5); 0 where it is none. */
export function objectNodeOf(value: PropertyValue | undefined): number {
  const bytes = value?.type === TYPE.object ? value.read() : Buffer.alloc(0)
  return bytes.length < 4 ? 0 : bytes.readUInt32LE(0)
}
