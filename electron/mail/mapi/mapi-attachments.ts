import { hash } from 'node:crypto'
import type { Attachment } from '@bridge/model/message.ts'
import type { Reading } from '../reading.ts'
import { safeFileName } from '../structure/safe-file-name.ts'
import { contentNamesOf } from './content-names.ts'
import { type MapiAttachment, type MapiMessage, PR } from './mapi-message.ts'
import { lineOf, type MapiReading, startMapiReading } from './property-values.ts'
import { subjectOf } from './subject.ts'

/** The path of an attachment: its place, below `prefix` where the message is itself a part. */
function pathOf(prefix: string, index: number): string {
  return prefix === '' ? `${index + 1}` : `${prefix}.${index + 1}`
}

function nameOf({ properties, nested }: MapiAttachment, mapi: MapiReading): string {
  const [long, short, shown] = [PR.attachLongFileName, PR.attachFileName, PR.displayName].map((id) =>
    lineOf(properties, id, mapi),
  )
  // A message inside is called by its subject; its file name, where it has one, is a short form of that.
  return (nested ? shown || long || short : long || short || shown) ?? ''
}

function typeOf({ properties, defaultType }: MapiAttachment, mapi: MapiReading): string {
  const declared = lineOf(properties, PR.attachMimeTag, mapi).toLowerCase()
  return /^[^\s/]+\/[^\s/]+$/.test(declared) ? declared : defaultType
}

/**
 * What a message of Outlook's carries, in order. `shown` are the content ids and locations its HTML shows in place: an
 * attachment that is only marked hidden stays visible, for nobody else would tell of it.
 */
export function listMapiAttachments(
  { attachments }: MapiMessage,
  prefix: string,
  shown: ReadonlySet<string>,
  mapi: MapiReading,
): Attachment[] {
  return attachments.map((attachment, index) => {
    const content = attachment.read()
    const name = nameOf(attachment, mapi)
    const { id, location } = contentNamesOf(attachment, mapi)
    return {
      partPath: pathOf(prefix, index),
      fileName: safeFileName(name),
      rawFileName: name === '' ? null : name,
      contentType: attachment.nested ? attachment.defaultType : typeOf(attachment, mapi),
      sizeBytes: content.length,
      sha256: hash('sha256', content),
      contentId: id,
      inline: [id, location].some((called) => called !== null && shown.has(called)),
      nestedSubject: attachment.nested ? nestedSubject(attachment.nested, mapi.reading) : null,
    }
  })
}

function nestedSubject(nested: MapiMessage, reading: Reading): string {
  return subjectOf(nested, startMapiReading(nested.properties, { ...reading, warnings: new Set() }))
}

/** One attachment by the path `listMapiAttachments` gave it. */
export function findMapiAttachment(
  { attachments }: MapiMessage,
  prefix: string,
  path: string,
  mapi: MapiReading,
): { contentType: string; fileName: string; bytes: Buffer } | null {
  const attachment = attachments.find((_, index) => pathOf(prefix, index) === path)
  if (!attachment) return null
  return {
    contentType: attachment.nested ? attachment.defaultType : typeOf(attachment, mapi),
    fileName: safeFileName(nameOf(attachment, mapi)),
    bytes: attachment.read(),
  }
}
