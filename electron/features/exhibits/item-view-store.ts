import { asc, inArray } from 'drizzle-orm'
import { attachments, messages, statements } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'

export interface MessageLine {
  subject: string
  sentAt: string | null
  attachmentNames: string[]
}

/** Subject, date and the names of attached files for each of these messages, in two queries however many there are. */
export function listMessageLines(reader: Reader, ids: readonly string[]): Map<string, MessageLine> {
  const lines = new Map<string, MessageLine>()
  const rows = reader
    .select({ id: messages.id, subject: messages.subject, sentAt: messages.sentAt })
    .from(messages)
    .where(inArray(messages.id, [...ids]))
    .all()
  for (const { id, subject, sentAt } of rows) lines.set(id, { subject, sentAt, attachmentNames: [] })
  const files = reader
    .select({ messageId: attachments.messageId, name: attachments.fileName, inline: attachments.inline })
    .from(attachments)
    .where(inArray(attachments.messageId, [...ids]))
    .orderBy(asc(attachments.position))
    .all()
  for (const { messageId, name, inline } of files)
    if (!inline) lines.get(messageId)?.attachmentNames.push(name)
  return lines
}

/** Words and date of each of these statements. */
export function listStatementLines(
  reader: Reader,
  ids: readonly string[],
): Map<string, { quote: string; saidOn: string | null }> {
  const rows = reader
    .select({ id: statements.id, quote: statements.quote, saidOn: statements.saidOn })
    .from(statements)
    .where(inArray(statements.id, [...ids]))
    .all()
  return new Map(rows.map(({ id, ...line }) => [id, line]))
}
