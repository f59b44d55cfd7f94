import type { ParsedMessage, Person, UnreadableReason, WrittenDate } from '@bridge/model/message.ts'
import { bodyText } from './body/body-text.ts'
import { type Body, composeBody } from './body/compose-body.ts'
import { isHtmlTooLarge } from './body/html-too-large.ts'
import { readAddresses } from './header/addresses.ts'
import { contentIdOf } from './header/content-ids.ts'
import { findField } from './header/header-block.ts'
import { readText, unfold } from './header/header-text.ts'
import { readMessageId, readMessageIds } from './header/message-ids.ts'
import { readDate } from './header/written-date.ts'
import { listAttachments } from './list-attachments.ts'
import { type OpenMessage, openMessage } from './open-message.ts'
import { UnreadableError } from './unreadable-error.ts'

/** A message read from its bytes, or why it could not be. */
export type ReadResult = { ok: true; message: ParsedMessage } | { ok: false; reason: UnreadableReason }

function people({ root, reading }: OpenMessage, name: string): Person[] {
  return root.header.fields
    .filter((field) => field.name === name)
    .flatMap((field) => readAddresses(unfold(field, reading), reading))
}

function fieldText({ root, reading }: OpenMessage, name: string): string {
  const field = findField(root.header, name)
  return field ? unfold(field, reading) : ''
}

function writtenDate(open: OpenMessage): WrittenDate {
  const raw = fieldText(open, 'date')
  if (raw === '') {
    open.reading.warnings.add('DATE_MISSING')
    return { at: null, zoneMinutes: null, raw: null }
  }
  const date = readDate(raw)
  if (date.at === null) open.reading.warnings.add('DATE_UNREADABLE')
  return date
}

/** The time the topmost server, the recipient's own, wrote behind the last semicolon of its `Received` (RFC 5321 4.4). */
function receivedAt(open: OpenMessage): string | null {
  const text = fieldText(open, 'received')
  const semicolon = text.lastIndexOf(';')
  return semicolon === -1 ? null : readDate(text.slice(semicolon + 1)).at
}

function contentIdsIn(body: Body): Set<string> {
  const ids = new Set<string>()
  for (const { kind, content } of body.asHtml) {
    if (kind !== 'html') continue
    for (const [, id = ''] of content.matchAll(/\b(cid:[^"'\s>)]+)/gi)) ids.add(contentIdOf(id))
  }
  return ids
}

function read(open: OpenMessage): ParsedMessage {
  const { source, root, reading } = open
  const body = composeBody(source, root, reading)
  const from = people(open, 'from')
  const messageId = readMessageId(fieldText(open, 'message-id'))
  if (from.length === 0) reading.warnings.add('FROM_MISSING')
  if (messageId === null) reading.warnings.add('MESSAGE_ID_MISSING')
  const isHtml = body.asHtml.some(({ kind }) => kind === 'html')
  const isTooLarge = isHtml && isHtmlTooLarge(body.asHtml)
  if (isTooLarge) reading.warnings.add('HTML_TOO_LARGE')
  const message = {
    subject: readText(findField(root.header, 'subject'), reading),
    messageId,
    inReplyTo: readMessageIds(fieldText(open, 'in-reply-to')),
    references: readMessageIds(fieldText(open, 'references')),
    from,
    sender: people(open, 'sender'),
    replyTo: people(open, 'reply-to'),
    to: people(open, 'to'),
    cc: people(open, 'cc'),
    bcc: people(open, 'bcc'),
    date: writtenDate(open),
    receivedAt: receivedAt(open),
    text: bodyText(body.asText),
    hasHtml: isHtml && !isTooLarge,
    attachments: listAttachments(source, root, contentIdsIn(body), reading),
  }
  return { ...message, warnings: [...reading.warnings] }
}

/**
 * Reads a message (RFC 5322, MIME) from its bytes, which are neither changed nor kept. A damaged or truncated message is
 * read as far as it goes, with warnings; bytes that are none, or beyond the limits, give a reason. Never throws.
 */
export function readMessage(bytes: Uint8Array): ReadResult {
  try {
    return { ok: true, message: read(openMessage(bytes)) }
  } catch (error) {
    return { ok: false, reason: error instanceof UnreadableError ? error.reason : 'READER_FAILED' }
  }
}
