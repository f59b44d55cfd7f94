import { contentIdOf } from '../header/content-ids.ts'
import { readMessageId } from '../header/message-ids.ts'
import { type MapiAttachment, PR } from './mapi-message.ts'
import { lineOf, type MapiReading } from './property-values.ts'

/** What the HTML of a message calls an attachment by: its content id (RFC 2392), else its location (RFC 2557). */
export interface ContentNames {
  readonly id: string | null
  readonly location: string | null
}

/** The names of one attachment. */
export function contentNamesOf({ properties }: MapiAttachment, mapi: MapiReading): ContentNames {
  const id = readMessageId(lineOf(properties, PR.attachContentId, mapi).replace(/^cid:/i, ''))
  const location = lineOf(properties, PR.attachContentLocation, mapi)
  return { id: id === null ? null : contentIdOf(id), location: location === '' ? null : location }
}
