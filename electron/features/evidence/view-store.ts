import type { MessageView } from '@bridge/model/evidence.ts'
import type { Person, ReadingWarning } from '@bridge/model/message.ts'
import type { MessageRef } from '@bridge/model/statement.ts'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { flagSender } from '../../rules/identity/flag-sender.ts'
import { attachments, messagePeople, messages, originals, type PeopleRole } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import { isMailboxOf, listKnownIdentities, listMailboxes } from '../cases/index.ts'
import { listChatSides } from './chat-sides-store.ts'
import { listCustodyOf } from './custody-store.ts'

export type StoredMessage = typeof messages.$inferSelect

export const findMessage = (reader: Reader, messageId: string): StoredMessage | undefined =>
  reader.select().from(messages).where(eq(messages.id, messageId)).get()

/** Everyone a message names, by role, in the order of the header. */
export function listPeople(reader: Reader, messageId: string): Record<PeopleRole, Person[]> {
  const people: Record<PeopleRole, Person[]> = {
    from: [],
    sender: [],
    'reply-to': [],
    to: [],
    cc: [],
    bcc: [],
  }
  const rows = reader
    .select()
    .from(messagePeople)
    .where(eq(messagePeople.messageId, messageId))
    .orderBy(asc(messagePeople.position))
    .all()
  for (const { role, name, address } of rows) people[role].push({ name, address })
  return people
}

export const listAttachments = (reader: Reader, messageId: string) =>
  reader
    .select()
    .from(attachments)
    .where(eq(attachments.messageId, messageId))
    .orderBy(asc(attachments.position))
    .all()

/** Just enough of each message to recognise it in a list. */
export function listMessageRefs(reader: Reader, messageIds: readonly string[]): Map<string, MessageRef> {
  const sender = and(
    eq(messagePeople.messageId, messages.id),
    eq(messagePeople.role, 'from'),
    eq(messagePeople.position, 0),
  )
  const rows = reader
    .select({
      id: messages.id,
      subject: messages.subject,
      fromName: sql<string>`coalesce(${messagePeople.name}, '')`,
      fromAddress: sql<string>`coalesce(${messagePeople.address}, '')`,
      sentAt: messages.sentAt,
      sentZoneMinutes: messages.sentZoneMinutes,
    })
    .from(messages)
    .leftJoin(messagePeople, sender)
    .where(inArray(messages.id, [...messageIds]))
    .all()
  return new Map(rows.map((row) => [row.id, row]))
}

export const findMessageRef = (reader: Reader, messageId: string): MessageRef | undefined =>
  listMessageRefs(reader, [messageId]).get(messageId)

export function findMessageView(
  reader: Reader,
  messageId: string,
  exhibitNumbers: readonly string[],
): MessageView | undefined {
  const row = findMessage(reader, messageId)
  if (!row) return undefined
  const people = listPeople(reader, messageId)
  const counterparty = listMailboxes(reader, row.caseId, 'counterparty')
  const original = reader
    .select({ sizeBytes: originals.sizeBytes })
    .from(originals)
    .where(eq(originals.sha256, row.originalSha256))
    .get()
  return {
    id: row.id,
    caseId: row.caseId,
    threadId: row.threadId,
    form: row.form,
    channel: row.channel,
    subject: row.subject,
    headerMessageId: row.messageId,
    ...people,
    replyTo: people['reply-to'],
    fromCounterparty:
      listChatSides(reader, [messageId]).get(messageId) === 'counterparty' ||
      people.from.some((each) => isMailboxOf(each.address, counterparty)),
    flags: flagSender(
      { from: people.from, replyTo: people['reply-to'] },
      listKnownIdentities(reader, row.caseId),
    ),
    date: { at: row.sentAt, zoneMinutes: row.sentZoneMinutes, raw: row.sentRaw },
    receivedAt: row.receivedAt,
    text: row.text,
    hasHtml: row.hasHtml,
    attachments: listAttachments(reader, messageId),
    warnings: row.warnings.split(',').filter(Boolean) as ReadingWarning[],
    unreadable: row.unreadable,
    originalSha256: row.originalSha256,
    charset: row.charset,
    originalSizeBytes: original?.sizeBytes ?? 0,
    intakes: listCustodyOf(reader, messageId),
    exhibitNumbers: [...exhibitNumbers],
  }
}
