import { type MapiMessage, PR } from './mapi-message.ts'
import { lineOf, type MapiReading } from './property-values.ts'

/** The subject; where U+0001 and the length of its prefix stand before it, without those two characters. */
export function subjectOf({ properties }: MapiMessage, mapi: MapiReading): string {
  const subject = lineOf(properties, PR.subject, mapi)
  return subject.charCodeAt(0) === 1 ? subject.slice(2).trim() : subject
}
