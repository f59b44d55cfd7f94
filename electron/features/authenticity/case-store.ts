import type { MessageRef } from '@bridge/model/statement.ts'
import { and, asc, count, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Parent } from '../../authenticity/check-parents.ts'
import { attachments, messageLinks, messagePeople, messages } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import { listMessageRefs, type StoredMessage } from '../evidence/index.ts'

/** Messages in force: of several readings of the same bytes the one that stands. */
const inForce = isNull(messages.withdrawnAt)

/** Others of the case that bear the same Message-ID. */
export function listCopies(reader: Reader, message: StoredMessage): MessageRef[] {
  if (message.messageId === null) return []
  const ids = reader
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.caseId, message.caseId),
        eq(messages.messageId, message.messageId),
        ne(messages.id, message.id),
        ne(messages.originalSha256, message.originalSha256),
        inForce,
      ),
    )
    .all()
    .map(({ id }) => id)
  return [...listMessageRefs(reader, ids).values()]
}

/** What a message says it answers (RFC 5322 3.6.4), as far as the case has it. */
export function listParents(reader: Reader, message: StoredMessage): Parent[] {
  const targets = reader
    .select({ target: messageLinks.target })
    .from(messageLinks)
    .where(and(eq(messageLinks.messageId, message.id), eq(messageLinks.kind, 'in-reply-to')))
    .orderBy(asc(messageLinks.position))
    .limit(5)
    .all()
  return targets.map(({ target }) => {
    const parent = reader
      .select({ sentAt: messages.sentAt })
      .from(messages)
      .where(and(eq(messages.caseId, message.caseId), eq(messages.messageId, target), inForce))
      .get()
    return { messageId: target, known: parent !== undefined, sentAt: parent?.sentAt ?? null }
  })
}

export interface ThreadFacts {
  messages: number
  senders: string[]
  /** Message-IDs that one of them answers and none of the case bears. */
  missing: number
}

export function threadFacts(reader: Reader, { threadId, caseId }: StoredMessage): ThreadFacts {
  const inThread = and(eq(messages.threadId, threadId), inForce)
  const total = reader.select({ n: count() }).from(messages).where(inThread).get()?.n ?? 0
  const senders = reader
    .selectDistinct({ address: sql<string>`lower(${messagePeople.address})` })
    .from(messagePeople)
    .innerJoin(messages, eq(messages.id, messagePeople.messageId))
    .where(and(inThread, eq(messagePeople.role, 'from')))
    .limit(200)
    .all()
    .map(({ address }) => address)
  const missing = reader
    .select({ n: sql<number>`count(distinct ${messageLinks.target})` })
    .from(messageLinks)
    .innerJoin(messages, eq(messages.id, messageLinks.messageId))
    .where(
      and(
        inThread,
        eq(messageLinks.kind, 'in-reply-to'),
        sql`${messageLinks.target} not in (select message_id from messages where case_id = ${caseId} and message_id is not null)`,
      ),
    )
    .get()?.n
  return { messages: total, senders, missing: missing ?? 0 }
}

/** How many of these files stand in another message of the case too: not in a former reading of this one, nor in a copy. */
export function countElsewhere(
  reader: Reader,
  { caseId, id, readingOf, mih }: StoredMessage,
  hashes: readonly string[],
): number {
  if (hashes.length === 0) return 0
  return (
    reader
      .select({ n: sql<number>`count(distinct ${attachments.sha256})` })
      .from(attachments)
      .innerJoin(messages, eq(messages.id, attachments.messageId))
      .where(
        and(
          eq(messages.caseId, caseId),
          sql`coalesce(${messages.readingOf}, ${messages.id}) <> ${readingOf ?? id}`,
          mih === null ? undefined : sql`${messages.mih} is not ${mih}`,
          inForce,
          inArray(attachments.sha256, [...hashes]),
        ),
      )
      .get()?.n ?? 0
  )
}

/** Every message of mail of a case that can be read, for the look-up sheet. */
export const listMailOf = (reader: Reader, caseId: string): { id: string; originalSha256: string }[] =>
  reader
    .select({ id: messages.id, originalSha256: messages.originalSha256 })
    .from(messages)
    .where(and(eq(messages.caseId, caseId), eq(messages.form, 'mail'), isNull(messages.unreadable), inForce))
    .all()
