import { randomFillSync } from 'node:crypto'

/** Where identifiers come from; injected, so that tests own them. */
export interface Ids {
  /** A new identifier: a UUID (RFC 9562), lower case. */
  next(): string
}

/**
 * UUIDs of version 7: the milliseconds since 1970 first, then chance. Rows made one after another so stand beside one another
 * in every index, and a large import touches a fraction of the pages that random keys would.
 */
export const randomIds: Ids = {
  next() {
    const bytes = randomFillSync(Buffer.alloc(16))
    bytes.writeUIntBE(Date.now(), 0, 6)
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
    const hex = bytes.toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  },
}
