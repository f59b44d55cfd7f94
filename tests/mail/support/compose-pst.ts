import { encodeBlock } from './encode-block.ts'

/** How a mailbox is written: its pages, and how its blocks are encoded (MS-PST 5). */
export interface PstFormat {
  pages: 'ansi' | 'unicode' | '4k'
  crypt: 0 | 1 | 2
}

interface Node {
  id: number
  parent: number
  data: Buffer[]
  subnodes: Node[]
}

type Value = { type: number; bytes: Buffer }
const text = (value: string): Value => ({ type: 0x1f, bytes: Buffer.from(value, 'utf16le') })
const number = (value: number): Value => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return { type: 3, bytes }
}
const binary = (bytes: Buffer): Value => ({ type: 0x102, bytes })

/** Writes one mailbox: a folder in a folder, a message with a long text, two attachments and a recipient, and a contact. */
export function composePst(format: PstFormat): Buffer {
  return new Composer(format).compose()
}

class Composer {
  readonly #format: PstFormat
  readonly #word: 4 | 8
  readonly #page: { bytes: number; countAt: number; countBytes: 1 | 2; typeAt: number }
  readonly #blocks: { id: number; at: number; size: number }[] = []
  readonly #file: Buffer[] = []
  #length = 0
  #nextBlock = 4
  #nextSubnode = 1

  constructor(format: PstFormat) {
    this.#format = format
    this.#word = format.pages === 'ansi' ? 4 : 8
    this.#page = {
      ansi: { bytes: 512, countAt: 496, countBytes: 1, typeAt: 500 } as const,
      unicode: { bytes: 512, countAt: 488, countBytes: 1, typeAt: 496 } as const,
      '4k': { bytes: 4096, countAt: 4056, countBytes: 2, typeAt: 4072 } as const,
    }[format.pages]
  }

  compose(): Buffer {
    this.#put(Buffer.alloc(1024))
    const [root, inbox, orders] = [0x122, 0x8022, 0x8042]
    const nodes: Node[] = [
      this.#properties(root, root, { 12289: text('') }),
      this.#properties(inbox, root, { 12289: text('收件箱') }),
      this.#properties(orders, inbox, { 12289: text('订单') }),
      this.#message(2097188, orders),
      this.#properties(2097220, orders, { 26: text('IPM.Contact'), 55: text('Li') }),
    ].sort((one, other) => one.id - other.id)
    const entries = nodes.map((node) => {
      const data = this.#dataOf(node.data)
      const subnodes = this.#subnodesOf(node.subnodes)
      return Buffer.concat([
        this.#wide(node.id),
        this.#wide(data),
        this.#wide(subnodes),
        this.#wide(node.parent),
      ])
    })
    const nodeTree = this.#putPage(0x81, entries)
    const blocks = this.#blocks
      .toSorted((one, other) => one.id - other.id)
      .map(({ id, at, size }) => {
        const sizes = Buffer.alloc(this.#word === 8 ? 8 : 4)
        sizes.writeUInt16LE(size)
        sizes.writeUInt16LE(this.#format.pages === '4k' ? size : 2, 2)
        return Buffer.concat([this.#wide(id), this.#wide(at), sizes])
      })
    const blockTree = this.#putPage(0x80, blocks)
    return this.#withHeader(nodeTree, blockTree)
  }

  #message(id: number, parent: number): Node {
    const inner = this.#properties(0x9005, 0, { 26: text('IPM.Note'), 55: text('Inner') })
    const file = this.#properties(0x8025, 0, {
      14081: binary(Buffer.alloc(30_000, 7)),
      14085: number(1),
      14087: text('a.bin'),
    })
    const object = Buffer.alloc(8)
    object.writeUInt32LE(inner.id)
    const nested = this.#properties(0x8045, 0, { 14085: number(5), 14081: { type: 0x0d, bytes: object } })
    nested.subnodes.push(inner)
    const node = this.#properties(id, parent, {
      26: text('IPM.Note'),
      55: text('余款'),
      66: text('林晓敏'),
      23810: text('lin@supplier.example'),
      4096: text('余款属实。'.repeat(2_000)),
    })
    node.subnodes.push(
      this.#table(0x671, [{ 26610: number(file.id) }, { 26610: number(nested.id) }]),
      this.#table(0x692, [{ 3093: number(1), 12289: text('Li'), 14846: text('li@buyer.example') }]),
      file,
      nested,
    )
    return node
  }

  /** A heap of pieces (MS-PST 2.3.1), numbered from 1; the first is what it begins with. */
  #heap(client: number, pieces: readonly Buffer[]): Buffer {
    const head = Buffer.alloc(12)
    const offsets = [12]
    for (const piece of pieces) offsets.push((offsets.at(-1) ?? 0) + piece.length)
    const map = Buffer.alloc(4 + offsets.length * 2)
    map.writeUInt16LE(pieces.length)
    for (const [at, offset] of offsets.entries()) map.writeUInt16LE(offset, 4 + at * 2)
    head.writeUInt16LE(offsets.at(-1) ?? 0)
    head.writeUInt8(0xec, 2)
    head.writeUInt8(client, 3)
    head.writeUInt32LE(1 << 5, 4)
    return Buffer.concat([head, ...pieces, map])
  }

  #tree(keyBytes: number, dataBytes: number): Buffer {
    const tree = Buffer.from([0xb5, keyBytes, dataBytes, 0, 0, 0, 0, 0])
    tree.writeUInt32LE(2 << 5, 4)
    return tree
  }

  /** Where a value goes: into the heap, or where it is large into a node of its own; gives the id that stands for it. */
  #keep(value: Value, pieces: Buffer[], subnodes: Node[]): number {
    if (value.bytes.length <= 4 && value.type === 3) return value.bytes.readUInt32LE(0)
    if (value.bytes.length === 0) return 0
    if (value.bytes.length > 3_000) {
      const id = (this.#nextSubnode++ << 5) | 0x1f
      const data: Buffer[] = []
      for (let at = 0; at < value.bytes.length; at += 8_000) data.push(value.bytes.subarray(at, at + 8_000))
      subnodes.push({ id, parent: 0, data, subnodes: [] })
      return id
    }
    pieces.push(value.bytes)
    return pieces.length << 5
  }

  #properties(id: number, parent: number, values: Record<number, Value>): Node {
    const subnodes: Node[] = []
    const pieces: Buffer[] = [this.#tree(2, 6), Buffer.alloc(0)]
    const records = Object.entries(values).map(([property, value]) => {
      const record = Buffer.alloc(8)
      record.writeUInt16LE(Number(property))
      record.writeUInt16LE(value.type, 2)
      record.writeUInt32LE(this.#keep(value, pieces, subnodes), 4)
      return record
    })
    pieces[1] = Buffer.concat(records)
    return { id, parent, data: [this.#heap(0xbc, pieces)], subnodes }
  }

  /** A table (MS-PST 2.3.4) whose columns are four octets each. */
  #table(id: number, rows: readonly Record<number, Value>[]): Node {
    const subnodes: Node[] = []
    const columns = Object.entries(rows[0] ?? {})
    const rowBytes = columns.length * 4 + 1
    const indexBytes = this.#word === 8 ? 4 : 2
    const info = Buffer.alloc(22 + columns.length * 8)
    const pieces: Buffer[] = [info, Buffer.alloc(0), Buffer.alloc(0), this.#tree(4, indexBytes)]
    info.writeUInt8(0x7c)
    info.writeUInt8(columns.length, 1)
    for (const at of [2, 4, 6]) info.writeUInt16LE(columns.length * 4, at)
    info.writeUInt16LE(rowBytes, 8)
    info.writeUInt32LE(4 << 5, 10)
    info.writeUInt32LE(3 << 5, 14)
    for (const [at, [property, value]] of columns.entries()) {
      const column = info.subarray(22 + at * 8)
      column.writeUInt16LE(value.type)
      column.writeUInt16LE(Number(property), 2)
      column.writeUInt16LE(at * 4, 4)
      column.writeUInt8(4, 6)
      column.writeUInt8(at, 7)
    }
    const matrix = rows.map((row) => {
      const bytes = Buffer.alloc(rowBytes, 0)
      for (const [at, value] of Object.values(row).entries())
        bytes.writeUInt32LE(this.#keep(value, pieces, subnodes), at * 4)
      bytes.writeUInt8(0xff, rowBytes - 1)
      return bytes
    })
    const index = rows.map((_, at) => {
      const record = Buffer.alloc(4 + indexBytes)
      record.writeUInt32LE(at + 1)
      record.writeUIntLE(at, 4, indexBytes)
      return record
    })
    pieces[1] = Buffer.concat(index)
    pieces[2] = Buffer.concat(matrix)
    return { id, parent: 0, data: [this.#heap(0x7c, pieces)], subnodes }
  }

  #wide(value: number): Buffer {
    const bytes = Buffer.alloc(this.#word)
    bytes.writeUInt32LE(value)
    return bytes
  }

  #put(bytes: Buffer): number {
    const at = this.#length
    const padded = Buffer.concat([bytes, Buffer.alloc((64 - (bytes.length % 64)) % 64)])
    this.#file.push(padded)
    this.#length += padded.length
    return at
  }

  #putBlock(bytes: Buffer, isInternal: boolean): number {
    const id = this.#nextBlock + (isInternal ? 2 : 0)
    this.#nextBlock += 4
    const encoded = isInternal ? bytes : encodeBlock(Buffer.from(bytes), this.#format.crypt, id)
    this.#blocks.push({ id, at: this.#put(encoded), size: bytes.length })
    return id
  }

  #dataOf(data: readonly Buffer[]): number {
    const ids = data.map((bytes) => this.#putBlock(bytes, false))
    if (ids.length <= 1) return ids[0] ?? 0
    const head = Buffer.from([1, 1, 0, 0, 0, 0, 0, 0])
    head.writeUInt16LE(ids.length, 2)
    head.writeUInt32LE(
      data.reduce((sum, { length }) => sum + length, 0),
      4,
    )
    return this.#putBlock(Buffer.concat([head, ...ids.map((id) => this.#wide(id))]), true)
  }

  #subnodesOf(subnodes: readonly Node[]): number {
    if (subnodes.length === 0) return 0
    const entries = subnodes
      .toSorted((one, other) => one.id - other.id)
      .map((node) =>
        Buffer.concat([
          this.#wide(node.id),
          this.#wide(this.#dataOf(node.data)),
          this.#wide(this.#subnodesOf(node.subnodes)),
        ]),
      )
    const head = Buffer.alloc(this.#word === 8 ? 8 : 4)
    head.writeUInt8(2)
    head.writeUInt16LE(entries.length, 2)
    return this.#putBlock(Buffer.concat([head, ...entries]), true)
  }

  #putPage(type: number, entries: readonly Buffer[]): number {
    const { bytes, countAt, countBytes, typeAt } = this.#page
    const size = entries[0]?.length ?? 0
    const perPage = Math.floor(countAt / size)
    const page = (some: readonly Buffer[], level: number): number => {
      const made = Buffer.alloc(bytes)
      Buffer.concat(some).copy(made)
      made.writeUIntLE(some.length, countAt, countBytes)
      made.writeUInt8(some[0]?.length ?? 0, countAt + 2 * countBytes)
      made.writeUInt8(level, countAt + 2 * countBytes + 1)
      made.writeUInt8(type, typeAt)
      made.writeUInt8(type, typeAt + 1)
      return this.#put(made)
    }
    const above: Buffer[] = []
    for (let at = 0; at < entries.length; at += perPage) {
      const some = entries.slice(at, at + perPage)
      const key = some[0]?.subarray(0, this.#word) ?? Buffer.alloc(0)
      above.push(Buffer.concat([key, this.#wide(0), this.#wide(page(some, 0))]))
    }
    return page(above, 1)
  }

  #withHeader(nodeTree: number, blockTree: number): Buffer {
    const file = Buffer.concat(this.#file)
    file.write('!BDN', 0, 'latin1')
    file.writeUInt16LE({ ansi: 14, unicode: 23, '4k': 36 }[this.#format.pages], 10)
    const isWide = this.#word === 8
    file.writeUInt32LE(nodeTree, isWide ? 224 : 188)
    file.writeUInt32LE(blockTree, isWide ? 240 : 196)
    file.writeUInt8(this.#format.crypt, isWide ? 513 : 461)
    return file
  }
}
