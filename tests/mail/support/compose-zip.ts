import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  /** As the archive is to carry it: UTF-8 where it is a text. */
  name: string | Buffer
  bytes: Buffer
  /** Bits of the entry: 1 encrypted, 0x800 the name is UTF-8. */
  flags?: number
  /** What Unix says of the file. */
  mode?: number
  packed?: boolean
}

function record(signature: number, fields: readonly [size: 2 | 4, value: number][]): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32LE(signature)
  return Buffer.concat([
    head,
    ...fields.map(([size, value]) => {
      const field = Buffer.alloc(size)
      field.writeUIntLE(value, 0, size)
      return field
    }),
  ])
}

/** An archive (APPNOTE 4.3), with what honest programs never write in it. */
export function composeZip(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, bytes, flags = 0, mode = 0, packed = false } of parts) {
    const rawName = Buffer.from(name)
    const data = packed ? deflateRawSync(bytes) : bytes
    const method = packed ? 8 : 0
    const common: [2 | 4, number][] = [
      [2, flags],
      [2, method],
      [4, 0],
      [4, crc32(bytes)],
      [4, data.length],
      [4, bytes.length],
      [2, rawName.length],
      [2, 0],
    ]
    const head = Buffer.concat([record(0x04034b50, [[2, 20], ...common]), rawName, data])
    local.push(head)
    central.push(
      record(0x02014b50, [
        [2, 0x314],
        [2, 20],
        ...common,
        [2, 0],
        [2, 0],
        [2, 0],
        [4, mode * 0x10000],
        [4, offset],
      ]),
      rawName,
    )
    offset += head.length
  }
  const list = Buffer.concat(central)
  const end = record(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, parts.length],
    [2, parts.length],
    [4, list.length],
    [4, offset],
    [2, 0],
  ])
  return Buffer.concat([...local, list, end])
}
