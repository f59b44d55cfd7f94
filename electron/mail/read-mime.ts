import type { ParsedMessage } from '@bridge/model/message.ts'
import { bodyText } from './body/body-text.ts'
import { isHtmlTooLarge } from './body/html-too-large.ts'
import { shownIn } from './body/shown-in.ts'
import { dateIn, idIn, idsIn, peopleIn, receivedIn } from './header/fields.ts'
import { findField } from './header/header-block.ts'
import { readText } from './header/header-text.ts'
import { listAttachments } from './list-attachments.ts'
import type { OpenMessage } from './open-message.ts'
import { bodyWithTnef, openTnefParts } from './tnef-parts.ts'

/** Reads an opened message (RFC 5322, MIME), and what it carries in a winmail.dat. */
export function readMime(open: OpenMessage): ParsedMessage {
  const { reading } = open
  const { header } = open.root
  const tnef = openTnefParts(open)
  const { body, isFromTnef } = bodyWithTnef(open, tnef)
  const from = peopleIn(header, 'from', reading)
  const messageId = idIn(header, 'message-id', reading)
  const date = dateIn(header, reading)
  if (date === null) reading.warnings.add('DATE_MISSING')
  if (from.length === 0) reading.warnings.add('FROM_MISSING')
  if (messageId === null) reading.warnings.add('MESSAGE_ID_MISSING')
  const isHtml = body.asHtml.some(({ kind }) => kind === 'html')
  const isTooLarge = isHtml && isHtmlTooLarge(body.asHtml)
  if (isTooLarge) reading.warnings.add('HTML_TOO_LARGE')
  const message = {
    subject: readText(findField(header, 'subject'), reading),
    messageId,
    inReplyTo: idsIn(header, 'in-reply-to', reading),
    references: idsIn(header, 'references', reading),
    from,
    sender: peopleIn(header, 'sender', reading),
    replyTo: peopleIn(header, 'reply-to', reading),
    to: peopleIn(header, 'to', reading),
    cc: peopleIn(header, 'cc', reading),
    bcc: peopleIn(header, 'bcc', reading),
    date: date ?? { at: null, zoneMinutes: null, raw: null },
    receivedAt: receivedIn(header, reading),
    text: bodyText(body.asText),
    hasHtml: isHtml && !isTooLarge,
    attachments: listAttachments(open, shownIn(body), { tnef, isFromTnef }),
  }
  return { ...message, warnings: [...reading.warnings] }
}
