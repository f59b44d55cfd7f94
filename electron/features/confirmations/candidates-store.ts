import { and, asc, eq, gte, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { messageLinks, messages } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'

/** A long correspondence offers more than anyone reads: the nearest after the statement are enough to rank. */
const NEAREST = 300

export interface CandidateRow {
  id: string
  threadId: string
  sentAt: string | null
  text: string
}

/** Readable messages of a case sent at or after `from`, nearest first, and all of the thread whatever their date. */
export function listLaterMessages(
  reader: Reader,
  { caseId, from, threadId }: { caseId: string; from: string | null; threadId: string | null },
): CandidateRow[] {
  const later = from === null ? isNotNull(messages.sentAt) : gte(messages.sentAt, from)
  const inThread = threadId === null ? sql`0` : and(eq(messages.threadId, threadId), isNull(messages.sentAt))
  return reader
    .select({ id: messages.id, threadId: messages.threadId, sentAt: messages.sentAt, text: messages.text })
    .from(messages)
    .where(and(eq(messages.caseId, caseId), isNull(messages.unreadable), or(later, inThread)))
    .orderBy(asc(messages.sentAt))
    .limit(NEAREST)
    .all()
}

/** Which of these messages name `headerMessageId` as what they answer. */
export function listReplies(reader: Reader, ids: readonly string[], headerMessageId: string): Set<string> {
  const rows = reader
    .select({ id: messageLinks.messageId })
    .from(messageLinks)
    .where(and(inArray(messageLinks.messageId, [...ids]), eq(messageLinks.target, headerMessageId)))
    .all()
  return new Set(rows.map((row) => row.id))
}
