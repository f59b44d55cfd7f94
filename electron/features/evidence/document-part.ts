import { extname } from 'node:path'
import { mapiKindOf } from '../../mail/open-mapi.ts'
import type { Reader } from '../../store/store.ts'
import type { MessageBody, MessagePart } from '../../workers/mail-reader.ts'
import { listAttachments, type StoredMessage } from './view-store.ts'

const isText = (contentType: string): boolean => contentType === 'text/plain' || contentType === 'text/csv'

/** The one part of a document that came by itself: its original; undefined where there is no such part. */
export function documentPart(
  reader: Reader,
  { id, text }: StoredMessage,
  bytes: Buffer,
  partPath: string,
): MessagePart | undefined {
  const file = listAttachments(reader, id).find((each) => each.partPath === partPath)
  if (!file) return undefined
  const { contentType, fileName } = file
  return { contentType, fileName, bytes, text: isText(contentType) && text !== '' ? text : null }
}

/** What a document says of itself beside its file: the text of a plain one. */
export const documentBody = ({ text }: StoredMessage): MessageBody => ({ text, html: null, blockedImages: 0 })

/** A document as it is shown: what a plain text says, a picture as such, in a frame that loads nothing. */
export function documentPage(reader: Reader, message: StoredMessage, bytes: Buffer): MessageBody {
  const [file] = listAttachments(reader, message.id)
  if (!message.hasHtml || !file) return documentBody(message)
  const source = `data:${file.contentType};base64,${bytes.toString('base64')}`
  return { ...documentBody(message), html: `<img alt="" style="max-width: 100%" src="${source}">` }
}

/** What the file of an original is called by its end: Outlook's own kinds, a document as it came, all others as mail. */
export function originalExtension(message: StoredMessage, bytes: Buffer): string {
  if (message.form === 'document') return extname(message.subject)
  const kind = mapiKindOf(bytes)
  return kind === null ? '.eml' : { msg: '.msg', tnef: '.dat' }[kind]
}
