import type { Person } from '@bridge/model/message.ts'
import { type MapiMessage, PR, type Properties } from './mapi-message.ts'
import { lineOf, type MapiReading, numberOf } from './property-values.ts'

/** Where one person's name and addresses stand. */
interface Place {
  readonly name: number
  readonly address: number
  readonly smtp: number
}

const SENDER: Place = { name: PR.senderName, address: PR.senderAddress, smtp: PR.senderSmtpAddress }
const REPRESENTED: Place = {
  name: PR.representingName,
  address: PR.representingAddress,
  smtp: PR.representingSmtpAddress,
}
const RECIPIENT: Place = { name: PR.displayName, address: PR.address, smtp: PR.smtpAddress }

/** MS-OXOMSG 2.2.3.1.3; the bits above the low four say whether it was delivered. */
const KIND = { to: 1, cc: 2, bcc: 3 } as const
const KIND_BITS = 0xf

/**
 * A person as the properties name one. An address of Exchange's own (`/O=…/CN=…`) is kept as it is: it is no mail address,
 * and none is made of it.
 */
function personAt(properties: Properties, place: Place, mapi: MapiReading): Person[] {
  const name = lineOf(properties, place.name, mapi)
  const address = lineOf(properties, place.smtp, mapi) || lineOf(properties, place.address, mapi)
  return name === '' && address === '' ? [] : [{ name, address }]
}

function isSame(one: Person, other: Person): boolean {
  const [a, b] = [one, other].map(({ name, address }) => ({
    name: name.toLowerCase(),
    address: address.toLowerCase(),
  }))
  return a?.address === b?.address || (a?.name === b?.name && a?.name !== '')
}

/** Of two readings of one person the name that is no address, and the mail address, where there are such. */
function join(one: Person, other: Person): Person {
  const names = [one.name, other.name].filter((name) => name !== '')
  const addresses = [one.address, other.address].filter((address) => address !== '')
  return {
    name: names.find((name) => !name.includes('@')) ?? names[0] ?? '',
    address: addresses.find((address) => address.includes('@')) ?? addresses[0] ?? '',
  }
}

/**
 * Whom a message is from: whom it was sent for (MS-OXOMSG 2.2.1.54), and beside him who sent it where that is another
 * (RFC 5322 3.6.2).
 */
export function writersOf(
  { properties }: MapiMessage,
  mapi: MapiReading,
): { from: Person[]; sender: Person[] } {
  const [sender] = personAt(properties, SENDER, mapi)
  const [represented] = personAt(properties, REPRESENTED, mapi)
  if (!sender || !represented) return { from: [sender ?? represented ?? []].flat(), sender: [] }
  return isSame(sender, represented)
    ? { from: [join(represented, sender)], sender: [] }
    : { from: [represented], sender: [sender] }
}

/** The recipients of one kind, in order. */
export function recipientsOf(
  { recipients }: MapiMessage,
  kind: keyof typeof KIND,
  mapi: MapiReading,
): Person[] {
  return recipients
    .filter((properties) => (numberOf(properties, PR.recipientType) & KIND_BITS) === KIND[kind])
    .flatMap((properties) => personAt(properties, RECIPIENT, mapi))
}
