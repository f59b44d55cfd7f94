import type { ParsedMessage, Person, WrittenDate } from '@bridge/model/message.ts'
import { bodyText } from '../body/body-text.ts'
import { isHtmlTooLarge } from '../body/html-too-large.ts'
import { shownIn } from '../body/shown-in.ts'
import { dateIn, idIn, idsIn, peopleIn, receivedIn } from '../header/fields.ts'
import { findField, type HeaderBlock } from '../header/header-block.ts'
import { readText } from '../header/header-text.ts'
import { readMessageId, readMessageIds } from '../header/message-ids.ts'
import { listMapiAttachments } from './mapi-attachments.ts'
import { mapiBody } from './mapi-body.ts'
import { type MapiMessage, PR } from './mapi-message.ts'
import { recipientsOf, writersOf } from './mapi-people.ts'
import { lineOf, type MapiReading, numberOf, timeOf } from './property-values.ts'
import { subjectOf } from './subject.ts'
import { transportHeaders } from './transport-headers.ts'

/** What Outlook marks a message with that was never sent (MS-OXCMSG 2.2.1.6). */
const UNSENT = 0x08
/** Clocks and the rounding of programs differ by less. */
const SAME_MOMENT_MS = 60_000

/** A message together with the header that came with it, if any. */
interface Opened {
  readonly message: MapiMessage
  readonly header: HeaderBlock
  readonly mapi: MapiReading
}

/** The date of the header; without one the time of sending that Outlook noted, whose zone nobody wrote down. */
function writtenDate({ message, header, mapi }: Opened): WrittenDate {
  const { warnings } = mapi.reading
  const submitted = timeOf(message.properties, PR.clientSubmitTime)
  const written = dateIn(header, mapi.reading)
  if (written === null) {
    if (submitted === null) warnings.add('DATE_MISSING')
    return { at: submitted, zoneMinutes: null, raw: submitted === null ? null : 'PidTagClientSubmitTime' }
  }
  const apart = Math.abs(Date.parse(written.at ?? '') - Date.parse(submitted ?? ''))
  if (apart > SAME_MOMENT_MS) warnings.add('DATE_DISAGREES')
  return written
}

const addressesIn = (people: readonly Person[]): string[] =>
  people.map(({ address }) => address.toLowerCase()).filter((address) => address.includes('@'))

/** The header's people; without the field those of the properties. Two mail addresses that differ are noted. */
function writers({ message, header, mapi }: Opened): Pick<ParsedMessage, 'from' | 'sender'> {
  const noted = writersOf(message, mapi)
  const from = peopleIn(header, 'from', mapi.reading)
  const sender = peopleIn(header, 'sender', mapi.reading)
  const [written, kept] = [addressesIn(from), addressesIn([...noted.from, ...noted.sender])]
  if (written.length > 0 && kept.length > 0 && !written.some((address) => kept.includes(address)))
    mapi.reading.warnings.add('SENDER_DISAGREES')
  if (from.length > 0) return { from, sender }
  return sender.length > 0 ? { from: noted.from, sender } : noted
}

function recipients({ message, header, mapi }: Opened, kind: 'to' | 'cc' | 'bcc'): Person[] {
  const written = peopleIn(header, kind, mapi.reading)
  return written.length > 0 ? written : recipientsOf(message, kind, mapi)
}

function ids({
  message,
  header,
  mapi,
}: Opened): Pick<ParsedMessage, 'messageId' | 'inReplyTo' | 'references'> {
  const { properties } = message
  const [inReplyTo, references] = [
    idsIn(header, 'in-reply-to', mapi.reading),
    idsIn(header, 'references', mapi.reading),
  ]
  return {
    messageId:
      idIn(header, 'message-id', mapi.reading) ??
      readMessageId(lineOf(properties, PR.internetMessageId, mapi)),
    inReplyTo: inReplyTo.length > 0 ? inReplyTo : readMessageIds(lineOf(properties, PR.inReplyTo, mapi)),
    references:
      references.length > 0 ? references : readMessageIds(lineOf(properties, PR.internetReferences, mapi)),
  }
}

function noteMissing(message: Pick<ParsedMessage, 'from' | 'messageId'>, mapi: MapiReading): void {
  if (message.from.length === 0) mapi.reading.warnings.add('FROM_MISSING')
  if (message.messageId === null) mapi.reading.warnings.add('MESSAGE_ID_MISSING')
}

/** Reads a message of Outlook's: from the header it came with, and from its properties what no header says. */
export function readMapi(message: MapiMessage, mapi: MapiReading): ParsedMessage {
  const { reading } = mapi
  const opened: Opened = { message, mapi, header: transportHeaders(message, mapi) }
  const body = mapiBody(message, mapi)
  const isUnsent = (numberOf(message.properties, PR.messageFlags) & UNSENT) !== 0
  if (isUnsent) reading.warnings.add('UNSENT')
  const isHtml = body.asHtml.some(({ kind }) => kind === 'html')
  const isTooLarge = isHtml && isHtmlTooLarge(body.asHtml)
  if (isTooLarge) reading.warnings.add('HTML_TOO_LARGE')
  const delivered = isUnsent ? null : timeOf(message.properties, PR.deliveryTime)
  const read = {
    subject: subjectOf(message, mapi) || readText(findField(opened.header, 'subject'), reading),
    ...ids(opened),
    ...writers(opened),
    replyTo: peopleIn(opened.header, 'reply-to', reading),
    to: recipients(opened, 'to'),
    cc: recipients(opened, 'cc'),
    bcc: recipients(opened, 'bcc'),
    date: writtenDate(opened),
    receivedAt: receivedIn(opened.header, reading) ?? delivered,
    text: bodyText(body.asText),
    hasHtml: isHtml && !isTooLarge,
    attachments: listMapiAttachments(message, '', shownIn(body), mapi),
  }
  noteMissing(read, mapi)
  return { ...read, warnings: [...reading.warnings] }
}
