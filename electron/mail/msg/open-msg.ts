import { type CfbStorage, openCompoundFile } from '../cfb/compound-file.ts'
import { mailLimits } from '../limits.ts'
import {
  type MapiAttachment,
  type MapiMessage,
  type MapiWalk,
  PR,
  type Properties,
  type PropertyValue,
  TYPE,
} from '../mapi/mapi-message.ts'
import { numberOf } from '../mapi/property-values.ts'
import type { Reading } from '../reading.ts'
import { UnreadableError } from '../unreadable-error.ts'
import { writeMsg, writeStorage } from './write-storage.ts'

const PROPERTIES = '__properties_version1.0'
/** Octets before the properties of a message file, of a message inside one, of a recipient or attachment (MS-OXMSG 2.4). */
const HEADER_BYTES = { top: 32, nested: 24, other: 8 } as const
/** Attachments marked so are messages, whatever else is there (MS-OXCMSG 2.2.2.9). */
const EMBEDDED = 5

/** Types whose value stands in the list of properties itself, in eight octets. */
const INLINE = new Set<number>([TYPE.integer, TYPE.boolean, TYPE.time])
const STREAMED = new Set<number>([TYPE.string8, TYPE.unicode, TYPE.binary])

function readProperties({ streams }: CfbStorage, headerBytes: number): Properties {
  const properties = new Map<number, PropertyValue>()
  const list = streams.find(({ name }) => name === PROPERTIES)?.read() ?? Buffer.alloc(0)
  for (let at = headerBytes; at + 16 <= list.length; at += 16) {
    const [type, id] = [list.readUInt16LE(at), list.readUInt16LE(at + 2)]
    const value = list.subarray(at + 8, at + 16)
    if (INLINE.has(type)) properties.set(id, { type, read: () => value })
  }
  for (const stream of streams) {
    const [, id = '', type = ''] = /^__substg1\.0_([\dA-F]{4})([\dA-F]{4})$/i.exec(stream.name) ?? []
    const [number, kind] = [Number.parseInt(id, 16), Number.parseInt(type, 16)]
    // A text kept twice is read as Unicode.
    if (STREAMED.has(kind) && properties.get(number)?.type !== TYPE.unicode)
      properties.set(number, { type: kind, read: () => stream.read() })
  }
  return properties
}

/** Storages of one kind in the order of their numbers. */
function numbered({ storages }: CfbStorage, prefix: string): CfbStorage[] {
  const found = storages.filter(({ name }) => name.toLowerCase().startsWith(prefix))
  const numberIn = ({ name }: CfbStorage): number => Number.parseInt(name.slice(prefix.length), 16)
  return found.sort((one, other) => numberIn(one) - numberIn(other))
}

interface Msg {
  readonly root: CfbStorage
  readonly walk: MapiWalk
}

function readAttachment(msg: Msg, storage: CfbStorage, depth: number): MapiAttachment {
  msg.walk.parts += 1
  if (msg.walk.parts > mailLimits.parts) throw new UnreadableError('TOO_MANY_PARTS')
  const properties = readProperties(storage, HEADER_BYTES.other)
  const object = storage.storages.find(({ name }) => /_3701000D$/i.test(name))
  if (object === undefined) {
    const data = properties.get(PR.attachData)
    const read = (): Buffer => data?.read() ?? Buffer.alloc(0)
    return { properties, nested: null, defaultType: 'application/octet-stream', read }
  }
  const isMessage = numberOf(properties, PR.attachMethod) === EMBEDDED
  if (!isMessage && !object.streams.some(({ name }) => name === PROPERTIES)) {
    const read = (): Buffer => writeStorage(object)
    return { properties, nested: null, defaultType: 'application/x-ole-storage', read }
  }
  return {
    properties,
    nested: readMessageIn(msg, object, HEADER_BYTES.nested, depth + 1),
    defaultType: 'application/vnd.ms-outlook',
    read: () => writeMsg(object, msg.root),
  }
}

function readMessageIn(msg: Msg, storage: CfbStorage, headerBytes: number, depth: number): MapiMessage {
  if (depth > mailLimits.messageDepth) throw new UnreadableError('TOO_DEEP')
  return {
    properties: readProperties(storage, headerBytes),
    recipients: numbered(storage, '__recip_version1.0_#').map((recipient) =>
      readProperties(recipient, HEADER_BYTES.other),
    ),
    attachments: numbered(storage, '__attach_version1.0_#').map((attachment) =>
      readAttachment(msg, attachment, depth),
    ),
  }
}

/**
 * Opens a message file of Outlook (MS-OXMSG), its messages within messages included.
 * @throws UnreadableError NOT_A_MESSAGE where the compound file holds something else, or a limit of the structure.
 */
export function openMsg(bytes: Buffer, reading: Reading): MapiMessage {
  const root = openCompoundFile(bytes, reading)
  if (!root.streams.some(({ name }) => name === PROPERTIES || name.startsWith('__substg1.0_')))
    throw new UnreadableError('NOT_A_MESSAGE')
  return readMessageIn({ root, walk: { parts: 0 } }, root, HEADER_BYTES.top, 0)
}
