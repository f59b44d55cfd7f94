import type { CfbStorage, CfbStream } from '../cfb/compound-file.ts'
import {
  type MapiAttachment,
  type MapiMessage,
  type Properties,
  type PropertyValue,
  TYPE,
} from '../mapi/mapi-message.ts'
import { type NamedIds, nameProperties, type PropertyNames } from './property-names.ts'
import { storageOf, streamOf } from './storage-parts.ts'
import { writeStorage } from './write-storage.ts'

/** Types whose value stands in the list of properties itself (MS-OXMSG 2.4.2.1). */
const INLINE = new Set([2, 3, 4, 5, 6, 7, 10, 11, 20, 64])
/** Types of many values that stand in one stream each, with the list of their lengths beside it (MS-OXMSG 2.4.2.2). */
const MANY_OF_ANY_LENGTH = new Set([0x101e, 0x101f, 0x1102])
const MANY = 0x1000
const STREAMED = new Set<number>([TYPE.string8, TYPE.unicode, TYPE.binary, 0x48])
/** Readable and writable, as Outlook marks what it saves. */
const FLAGS = 6
/** Rows of a mailbox's tables are numbered there, which says nothing elsewhere (PidTagLtpRowId, PidTagLtpRowVer). */
const OF_THE_TABLE = new Set([0x67f2, 0x67f3])
/** PidTagStoreSupportMask with STORE_UNICODE_OK: without it Outlook takes the texts of a message file for ANSI. */
const STORE_SUPPORT_MASK = { id: 0x340d, value: 0x0004_0e79 } as const
const ATTACHED = { data: 0x3701, storage: '__substg1.0_3701000D' } as const

const hex = (number: number, digits: number): string =>
  number.toString(16).toUpperCase().padStart(digits, '0')

interface Written {
  readonly entry: Buffer
  readonly streams: readonly CfbStream[]
}

function entryOf(id: number, type: number, fill: (value: Buffer) => void): Buffer {
  const entry = Buffer.alloc(16)
  entry.writeUInt16LE(type, 0)
  entry.writeUInt16LE(id, 2)
  entry.writeUInt32LE(FLAGS, 4)
  fill(entry.subarray(8))
  return entry
}

/** Texts are announced with the zero that ends them, and written without it. */
const endBytes = (type: number): number => (type === TYPE.unicode ? 2 : type === TYPE.string8 ? 1 : 0)

function many(name: string, type: number, bytes: Buffer): CfbStream[] {
  const count = bytes.length < 4 ? 0 : bytes.readUInt32LE(0)
  if (4 + count * 4 > bytes.length) return []
  const starts = Array.from({ length: count }, (_, at) => bytes.readUInt32LE(4 + at * 4))
  const values = starts.map((start, at) => bytes.subarray(start, starts[at + 1] ?? bytes.length))
  const lengthBytes = type === 0x1102 ? 8 : 4
  const lengths = values.map((value) => {
    const length = Buffer.alloc(lengthBytes)
    length.writeUInt32LE(value.length + endBytes(type - MANY))
    return length
  })
  return [
    streamOf(name, Buffer.concat(lengths)),
    ...values.map((value, at) => streamOf(`${name}-${hex(at, 8)}`, value)),
  ]
}

function write(id: number, { type, read }: PropertyValue): Written | null {
  const bytes = read()
  if (INLINE.has(type))
    return { entry: entryOf(id, type, (value) => void bytes.copy(value, 0, 0, 8)), streams: [] }
  const name = `__substg1.0_${hex(id, 4)}${hex(type, 4)}`
  if (MANY_OF_ANY_LENGTH.has(type)) {
    const streams = many(name, type, bytes)
    const size = streams[0]?.sizeBytes ?? 0
    return { entry: entryOf(id, type, (value) => value.writeUInt32LE(size)), streams }
  }
  if (!STREAMED.has(type) && type < MANY) return null
  const entry = entryOf(id, type, (value) => value.writeUInt32LE(bytes.length + endBytes(type)))
  return { entry, streams: [streamOf(name, bytes)] }
}

/** The streams that hold properties: in the order of their numbers, so that one message is always the same octets. */
function propertyStreams(
  properties: Properties,
  ids: NamedIds,
  head: Buffer,
  more: readonly Buffer[] = [],
): CfbStream[] {
  const written = [...properties]
    .flatMap(([id, value]) => {
      const newId = OF_THE_TABLE.has(id) ? undefined : ids.idOf(id)
      return newId === undefined ? [] : [[newId, value] as const]
    })
    .sort(([one], [other]) => one - other)
    .flatMap(([id, value]) => write(id, value) ?? [])
  const list = Buffer.concat([head, ...written.map(({ entry }) => entry), ...more])
  return [streamOf('__properties_version1.0', list), ...written.flatMap(({ streams }) => streams)]
}

function attachmentStorage({ properties, nested }: MapiAttachment, at: number, ids: NamedIds): CfbStorage {
  const rest = new Map(properties)
  if (nested) rest.delete(ATTACHED.data)
  const object = entryOf(ATTACHED.data, TYPE.object, (value) => value.writeUInt32LE(0xffff_ffff))
  object.writeUInt32LE(1, 12)
  return storageOf(
    `__attach_version1.0_#${hex(at, 8)}`,
    propertyStreams(rest, ids, Buffer.alloc(8), nested ? [object] : []),
    nested ? [messageStorage(ATTACHED.storage, nested, ids, false)] : [],
  )
}

function headOf({ recipients, attachments }: MapiMessage, isTop: boolean): Buffer {
  const head = Buffer.alloc(isTop ? 32 : 24)
  head.writeUInt32LE(recipients.length, 8)
  head.writeUInt32LE(attachments.length, 12)
  head.writeUInt32LE(recipients.length, 16)
  head.writeUInt32LE(attachments.length, 20)
  return head
}

function messageStorage(name: string, message: MapiMessage, ids: NamedIds, isTop: boolean): CfbStorage {
  const isUnicode = [...message.properties.values()].some(({ type }) => type === TYPE.unicode)
  const mask = entryOf(STORE_SUPPORT_MASK.id, TYPE.integer, (value) =>
    value.writeUInt32LE(STORE_SUPPORT_MASK.value),
  )
  const isMarked = message.properties.has(STORE_SUPPORT_MASK.id)
  return storageOf(
    name,
    propertyStreams(message.properties, ids, headOf(message, isTop), isUnicode && !isMarked ? [mask] : []),
    [
      ...(isTop ? [ids.storage] : []),
      ...message.recipients.map((recipient, at) =>
        storageOf(`__recip_version1.0_#${hex(at, 8)}`, propertyStreams(recipient, ids, Buffer.alloc(8)), []),
      ),
      ...message.attachments.map((attachment, at) => attachmentStorage(attachment, at, ids)),
    ],
  )
}

/**
 * A message as a message file (MS-OXMSG) that Outlook and our own reader open: every property it had, octet by octet, in the
 * order of their numbers; one message always gives the same file. Nothing is added but the mark that its texts are Unicode.
 */
export function composeMsg(message: MapiMessage, names: PropertyNames): Buffer {
  return writeStorage(messageStorage('', message, nameProperties(message, names), true))
}
