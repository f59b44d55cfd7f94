import { type Body, composeBody, isEmptyBody } from './body/compose-body.ts'
import { mailLimits } from './limits.ts'
import { mapiBody } from './mapi/mapi-body.ts'
import type { MapiMessage } from './mapi/mapi-message.ts'
import { type MapiReading, startMapiReading } from './mapi/property-values.ts'
import type { OpenMessage } from './open-message.ts'
import { decodeContent } from './structure/decode-content.ts'
import { readDisposition } from './structure/disposition.ts'
import { listLeaves, type Part } from './structure/part-tree.ts'
import { isTnef, openTnef } from './tnef/open-tnef.ts'
import { UnreadableError } from './unreadable-error.ts'

/** What lies in a winmail.dat of a MIME message; its parts are numbered below it. */
export interface TnefPart {
  readonly path: string
  readonly message: MapiMessage
  readonly mapi: MapiReading
}

const TYPE = /^application\/(?:vnd\.)?ms-tnef$/

function isNamedTnef(part: Part, { reading }: OpenMessage): boolean {
  return (
    TYPE.test(part.contentType.value) || /^winmail\.dat$/i.test(readDisposition(part, reading).name ?? '')
  )
}

/**
 * Opens each winmail.dat of a message. One that cannot be opened is noted as PART_UNREADABLE and stays an attachment.
 * @throws UnreadableError TOO_MANY_PARTS where all of them together hold more parts than a message may.
 */
export function openTnefParts(open: OpenMessage): TnefPart[] {
  const { source, root, reading } = open
  const parts = listLeaves(root).flatMap((part) => {
    if (!isNamedTnef(part, open)) return []
    const bytes = decodeContent(source.bytes.subarray(part.start, part.end), part.encoding, reading)
    if (!isTnef(bytes)) return []
    try {
      const message = openTnef(bytes, reading)
      return [{ path: part.path, message, mapi: startMapiReading(message.properties, reading) }]
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      reading.warnings.add('PART_UNREADABLE')
      return []
    }
  })
  if (parts.reduce((sum, { message }) => sum + message.attachments.length, 0) > mailLimits.parts)
    throw new UnreadableError('TOO_MANY_PARTS')
  return parts
}

/** Where the body of a winmail.dat is listed: its attachments are numbered from one. */
export function bodyPathOf(path: string): string {
  return `${path}.0`
}

/** The body of a message: its own, or where it has none that of its winmail.dat. */
export function bodyWithTnef(
  { source, root, reading }: OpenMessage,
  tnef: readonly TnefPart[],
): { body: Body; isFromTnef: boolean } {
  const own = composeBody(source, root, reading)
  if (!isEmptyBody(own)) return { body: own, isFromTnef: false }
  const found = tnef.map(({ message, mapi }) => mapiBody(message, mapi)).find((body) => !isEmptyBody(body))
  return { body: found ?? own, isFromTnef: found !== undefined }
}
