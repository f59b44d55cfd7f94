import { PR, type PropertyValue, TYPE } from '../mapi/mapi-message.ts'
import { ATT, type Attribute } from './attributes.ts'
import { Octets } from './octets.ts'

const text = (bytes: Buffer): PropertyValue => ({ type: TYPE.string8, read: () => bytes })

/** 1601-01-01, from where MAPI counts, in milliseconds. */
const START_MS = Date.UTC(1601, 0)

/** Year, month, day, hour, minute, second (MS-OXTNEF 2.1.3.3.2) as an instant of MAPI. */
function readDate(bytes: Buffer): PropertyValue {
  const octets = new Octets(bytes)
  const [year, month, day, hour, minute, second] = Array.from({ length: 6 }, () => octets.short())
  const at = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second)
  const value = Buffer.alloc(8)
  if (at >= START_MS) value.writeBigUInt64LE(BigInt(at - START_MS) * 10_000n)
  return { type: TYPE.time, read: () => value }
}

/** Name and address of the sender, the latter as `SMTP:a@b.example` (MS-OXTNEF 2.1.3.3.6). */
function readFrom(bytes: Buffer): (readonly [number, PropertyValue])[] {
  const octets = new Octets(bytes.subarray(4))
  const [nameBytes, addressBytes] = [octets.short(), octets.short()]
  const name = octets.take(nameBytes)
  const address = octets.take(addressBytes).toString('latin1').replace(/\0.*$/s, '')
  const [, type = '', plain = address] = /^([A-Z]+):(.*)$/is.exec(address) ?? []
  return [
    [PR.senderName, text(name)],
    [PR.senderType, text(Buffer.from(type, 'latin1'))],
    [PR.senderAddress, text(Buffer.from(plain, 'latin1'))],
  ]
}

/** What an attribute older than MAPI says, as the properties that took its place; nothing for all others. */
export function legacyProperties({ id, bytes }: Attribute): (readonly [number, PropertyValue])[] {
  switch (id) {
    case ATT.subject:
      return [[PR.subject, text(bytes)]]
    case ATT.body:
      return [[PR.body, text(bytes)]]
    case ATT.messageClass:
      return [[PR.messageClass, text(bytes)]]
    case ATT.dateSent:
      return [[PR.clientSubmitTime, readDate(bytes)]]
    case ATT.from:
      return readFrom(bytes)
    case ATT.attachTitle:
      return [[PR.attachFileName, text(bytes)]]
    case ATT.attachData:
      return [[PR.attachData, { type: TYPE.binary, read: () => bytes }]]
    case ATT.codePage:
      return [[PR.messageCodePage, { type: TYPE.integer, read: () => bytes.subarray(0, 4) }]]
    default:
      return []
  }
}
