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
import type { Reading } from '../reading.ts'
import { UnreadableError } from '../unreadable-error.ts'
import { ATT, type Attribute, LEVEL, listAttributes, TNEF_SIGNATURE } from './attributes.ts'
import { legacyProperties } from './legacy-attributes.ts'
import { Octets } from './octets.ts'
import { takeProperties } from './property-list.ts'

/** What an embedded object starts with where it is a message: IID_IMessage, little-endian (MS-OXTNEF 2.1.3.4). */
const MESSAGE_ID = Buffer.from('0703020000000000c000000000000046', 'hex')

interface Draft {
  readonly legacy: Map<number, PropertyValue>
  readonly properties: Map<number, PropertyValue>
}

interface Tnef {
  readonly reading: Reading
  readonly walk: MapiWalk
  readonly depth: number
}

const startDraft = (): Draft => ({ legacy: new Map(), properties: new Map() })

/** MAPI properties come before what older attributes say of the same. */
const finish = ({ legacy, properties }: Draft): Properties => new Map([...legacy, ...properties])

function takeInto(draft: Draft, octets: Octets, { reading }: Tnef): void {
  const { properties, whole } = takeProperties(octets)
  if (!whole) reading.warnings.add('PART_UNREADABLE')
  for (const [id, value] of properties) draft.properties.set(id, value)
}

function readRecipients(bytes: Buffer, tnef: Tnef): Properties[] {
  const octets = new Octets(bytes)
  const recipients: Properties[] = []
  for (let left = octets.long(); left > 0 && octets.left >= 4; left -= 1) {
    const draft = startDraft()
    takeInto(draft, octets, tnef)
    recipients.push(finish(draft))
  }
  return recipients
}

function toAttachment(draft: Draft, tnef: Tnef): MapiAttachment {
  tnef.walk.parts += 1
  if (tnef.walk.parts > mailLimits.parts) throw new UnreadableError('TOO_MANY_PARTS')
  const properties = finish(draft)
  const data = properties.get(PR.attachData)
  if (data?.type !== TYPE.object) {
    const read = (): Buffer => data?.read() ?? Buffer.alloc(0)
    return { properties, nested: null, defaultType: 'application/octet-stream', read }
  }
  const object = data.read()
  const content = object.subarray(MESSAGE_ID.length)
  const isMessage = object.subarray(0, MESSAGE_ID.length).equals(MESSAGE_ID)
  const nested = isMessage && isTnef(content) ? openAt(content, { ...tnef, depth: tnef.depth + 1 }) : null
  const defaultType = isMessage ? 'application/ms-tnef' : 'application/x-ole-storage'
  return { properties, nested, defaultType, read: () => content }
}

/** Everything but lists of properties, which only some attributes are, is an older way to say the same. */
function takeAttribute(draft: Draft, attribute: Attribute, tnef: Tnef): void {
  if (attribute.id === ATT.messageProperties || attribute.id === ATT.attachProperties)
    takeInto(draft, new Octets(attribute.bytes), tnef)
  else for (const [id, value] of legacyProperties(attribute)) draft.legacy.set(id, value)
}

function openAt(bytes: Buffer, tnef: Tnef): MapiMessage {
  if (tnef.depth > mailLimits.messageDepth) throw new UnreadableError('TOO_DEEP')
  const message = startDraft()
  const drafts: Draft[] = []
  const recipients: Properties[] = []
  for (const attribute of listAttributes(bytes, tnef.reading)) {
    if (attribute.id === ATT.recipients) {
      recipients.push(...readRecipients(attribute.bytes, tnef))
    } else if (attribute.level === LEVEL.message) {
      takeAttribute(message, attribute, tnef)
    } else {
      // Each attachment opens with how it is drawn (MS-OXTNEF 2.1.3.3.15).
      if (attribute.id === ATT.attachRendData || drafts.length === 0) drafts.push(startDraft())
      const draft = drafts.at(-1)
      if (draft) takeAttribute(draft, attribute, tnef)
    }
  }
  const attachments = drafts.map((draft) => toAttachment(draft, tnef))
  return { properties: finish(message), recipients, attachments }
}

/** Whether octets are a TNEF stream, by those they start with. */
export function isTnef(bytes: Buffer): boolean {
  return bytes.subarray(0, TNEF_SIGNATURE.length).equals(TNEF_SIGNATURE)
}

/**
 * Opens what Outlook sends as winmail.dat (MS-OXTNEF), its messages within messages included. Read as far as it goes.
 * @throws UnreadableError where a limit of the structure is passed.
 */
export function openTnef(bytes: Buffer, reading: Reading): MapiMessage {
  return openAt(bytes, { reading, walk: { parts: 0 }, depth: 0 })
}
