import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js'

/** Values by their full property tags; the lower half says how a value is written. */
export type Tagged = Readonly<Record<number, string | number | Date | Buffer>>

/** A message as Outlook would hold it. */
export interface OutlookMessage {
  readonly properties: Tagged
  readonly recipients?: readonly Tagged[]
  readonly attachments?: readonly { readonly properties: Tagged; readonly nested?: OutlookMessage }[]
}

const FIXED = new Set([0x03, 0x0b, 0x40])
const ENTRY = { storage: 1, stream: 2, root: 5 } as const
/** 1601-01-01 in milliseconds. */
const EPOCH_MS = -11_644_473_600_000

function encode(tag: number, value: Tagged[number]): Buffer {
  if (Buffer.isBuffer(value)) return value
  if (typeof value === 'string') return Buffer.from(value, (tag & 0xffff) === 0x1f ? 'utf16le' : 'latin1')
  const bytes = Buffer.alloc(8)
  if (value instanceof Date) bytes.writeBigUInt64LE(BigInt(value.getTime() - EPOCH_MS) * 10_000n)
  else bytes.writeUInt32LE(value)
  return bytes
}

const hex = (number: number): string => number.toString(16).toUpperCase().padStart(8, '0')

function tagsOf(properties: Tagged): [number, Buffer][] {
  return Object.entries(properties).map(([tag, value]) => [Number(tag), encode(Number(tag), value)])
}

class MsgWriter {
  readonly entries: Entry[] = []

  storage(name: string, fill: (children: number[]) => void, type: number = ENTRY.storage): number {
    const children: number[] = []
    this.entries.push({ name, type, length: 0, children })
    const at = this.entries.length - 1
    fill(children)
    return at
  }

  stream(name: string, bytes: Buffer): number {
    const own = Uint8Array.from(bytes)
    return this.entries.push({ name, type: ENTRY.stream, length: own.length, binaryProvider: () => own }) - 1
  }

  properties(into: number[], properties: Tagged, headerBytes: number): void {
    const list: Buffer[] = [Buffer.alloc(headerBytes)]
    for (const [tag, bytes] of tagsOf(properties)) {
      const entry = Buffer.alloc(16)
      entry.writeUInt32LE(tag)
      if (FIXED.has(tag & 0xffff)) bytes.copy(entry, 8)
      else into.push(this.stream(`__substg1.0_${hex(tag)}`, bytes))
      list.push(entry)
    }
    into.push(this.stream('__properties_version1.0', Buffer.concat(list)))
  }

  message(
    into: number[],
    { properties, recipients = [], attachments = [] }: OutlookMessage,
    head: number,
  ): void {
    this.properties(into, properties, head)
    for (const [at, recipient] of recipients.entries())
      into.push(this.storage(`__recip_version1.0_#${hex(at)}`, (own) => this.properties(own, recipient, 8)))
    for (const [at, { properties: own, nested }] of attachments.entries())
      into.push(
        this.storage(`__attach_version1.0_#${hex(at)}`, (children) => {
          this.properties(children, own, 8)
          if (nested)
            children.push(this.storage('__substg1.0_3701000D', (below) => this.message(below, nested, 24)))
        }),
      )
  }
}

/** The message as a file of Outlook's (MS-OXMSG). */
export function composeMsg(message: OutlookMessage): Buffer {
  const writer = new MsgWriter()
  writer.storage('Root Entry', (children) => writer.message(children, message, 32), ENTRY.root)
  return Buffer.from(burn(writer.entries))
}

const long = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])

function propertyList(properties: Tagged, objects: readonly [number, Buffer][] = []): Buffer {
  const all = [...tagsOf(properties), ...objects]
  const values = all.flatMap(([tag, bytes]) => {
    const size = (tag & 0xffff) === 0x40 ? 8 : 4
    if (FIXED.has(tag & 0xffff)) return [long(tag), bytes.subarray(0, size)]
    return [long(tag), long(1), long(bytes.length), padded(bytes)]
  })
  return Buffer.concat([long(all.length), ...values])
}

/** One attribute of a TNEF stream with its checksum. */
export function tnefAttribute(level: 1 | 2, id: number, bytes: Buffer): Buffer {
  const sum = bytes.reduce((total, octet) => (total + octet) & 0xffff, 0)
  return Buffer.concat([Buffer.from([level]), long(id), long(bytes.length), bytes, long(sum).subarray(0, 2)])
}

const MESSAGE_ID = Buffer.from('0703020000000000c000000000000046', 'hex')

/** The message as the winmail.dat Outlook sends (MS-OXTNEF). */
export function composeTnef({ properties, recipients = [], attachments = [] }: OutlookMessage): Buffer {
  return Buffer.concat([
    Buffer.from('789f3e220100', 'hex'),
    tnefAttribute(1, 0x0006_9003, propertyList(properties)),
    ...(recipients.length === 0
      ? []
      : [
          tnefAttribute(
            1,
            0x0006_9004,
            Buffer.concat([long(recipients.length), ...recipients.map((own) => propertyList(own))]),
          ),
        ]),
    ...attachments.flatMap(({ properties: own, nested }) => {
      const data = own[0x3701_0102]
      const object: [number, Buffer][] = nested
        ? [[0x3701_000d, Buffer.concat([MESSAGE_ID, composeTnef(nested)])]]
        : []
      return [
        tnefAttribute(2, 0x0006_9002, Buffer.alloc(14)),
        ...(Buffer.isBuffer(data) ? [tnefAttribute(2, 0x0006_800f, data)] : []),
        tnefAttribute(2, 0x0006_9005, propertyList(own, object)),
      ]
    }),
  ])
}
