/** How bytes become text and back; each side of the wire has its own fast way. */
export interface Base64 {
  encode(bytes: Uint8Array): string
  decode(text: string): Uint8Array<ArrayBuffer>
}

export interface Codec {
  encode(value: unknown): string
  decode(text: string): unknown
}

type Wire = null | boolean | number | string | Wire[] | { t: string; v?: Wire }

/**
 * What structured clone carries, over a wire of JSON: every object is tagged with its kind. `encode` throws what
 * `structuredClone` throws, so functions are refused as in Electron. Also runs in the page, as text: it may use
 * nothing from outside itself.
 */
export function makeCodec(base64: Base64): Codec {
  const bytesOf = (value: ArrayBuffer | ArrayBufferView): Uint8Array =>
    value instanceof ArrayBuffer
      ? new Uint8Array(value)
      : new Uint8Array(value.buffer, value.byteOffset, value.byteLength)

  const toWireObject = (value: object): Wire => {
    if (Array.isArray(value)) return value.map(toWire)
    if (value instanceof Date) return { t: 'date', v: value.getTime() }
    if (value instanceof ArrayBuffer) return { t: 'buffer', v: base64.encode(bytesOf(value)) }
    if (ArrayBuffer.isView(value)) return { t: 'bytes', v: base64.encode(bytesOf(value)) }
    if (value instanceof Map) return { t: 'map', v: [...value].map(toWire) }
    if (value instanceof Set) return { t: 'set', v: [...value].map(toWire) }
    if (value instanceof Error) return { t: 'error', v: [value.name, value.message] }
    return { t: 'object', v: Object.entries(value).map(toWire) }
  }

  const toWire = (value: unknown): Wire => {
    if (typeof value === 'object' && value !== null) return toWireObject(value)
    if (typeof value === 'bigint') return { t: 'bigint', v: String(value) }
    if (typeof value === 'number') return Number.isFinite(value) ? value : { t: 'number', v: String(value) }
    if (typeof value === 'string' || typeof value === 'boolean') return value
    return value === null ? null : { t: 'undefined' }
  }

  const errorFrom = ([name, message]: unknown[]): Error =>
    Object.assign(new Error(String(message)), { name: String(name) })

  const entriesFrom = (list: unknown[]): [unknown, unknown][] =>
    list.map((entry) => (Array.isArray(entry) ? [entry[0], entry[1]] : [entry, undefined]))

  const fromTagged = (tag: string, value: unknown): unknown => {
    const list = Array.isArray(value) ? value : []
    switch (tag) {
      case 'date':
        return new Date(Number(value))
      case 'buffer':
        return base64.decode(String(value)).buffer
      case 'bytes':
        return base64.decode(String(value))
      case 'map':
        return new Map(entriesFrom(list))
      case 'set':
        return new Set(list)
      case 'error':
        return errorFrom(list)
      case 'object':
        return Object.fromEntries(entriesFrom(list))
      case 'bigint':
        return BigInt(String(value))
      case 'number':
        return Number(value)
      default:
        return undefined
    }
  }

  const fromWire = (wire: Wire): unknown => {
    if (Array.isArray(wire)) return wire.map(fromWire)
    if (wire === null || typeof wire !== 'object') return wire
    return fromTagged(wire.t, wire.v === undefined ? undefined : fromWire(wire.v))
  }

  return {
    encode: (value) => JSON.stringify(toWire(structuredClone(value))),
    decode: (text) => fromWire(JSON.parse(text)),
  }
}

export const hostCodec: Codec = makeCodec({
  encode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  decode: (text) => new Uint8Array(Buffer.from(text, 'base64')),
})
