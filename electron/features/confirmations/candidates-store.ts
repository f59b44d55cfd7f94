import {
  and,
  asc,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { messageLinks, messages } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import { listMailboxes } from '../cases/index.ts'
import { isSentBySql } from '../evidence/index.ts'

/** A long correspondence offers more than anyone reads: what answers, then the nearest after the statement, is enough. */
const NEAREST = 300

export interface CandidateRow {
  id: string
  threadId: string
  sentAt: string | null
  text: string
}

/** Where to look for what answers a statement. */
export interface CandidateSearch {
  caseId: string
  /** Instant from which an answer may come; null where the statement has no date. */
  from: string | null
  /** Thread and Message-ID of the message that holds the statement; null for what was typed in. */
  threadId: string | null
  headerMessageId: string | null
  /** Messages that were decided on already. */
  decided: readonly string[]
}

/**
 * Readable messages of a case that the counterparty sent, or that answer the statement's message, or that were decided on.
 * Sent at or after `from`, or undated in the same thread; the same thread first, then the nearest.
 */
export function listPossibleAnswers(reader: Reader, search: CandidateSearch): CandidateRow[] {
  const { caseId, from, threadId, headerMessageId, decided } = search
  const sameThread = threadId === null ? sql`false` : eq(messages.threadId, threadId)
  const inTime = from === null ? isNotNull(messages.sentAt) : gte(messages.sentAt, from)
  const related = or(
    isSentBySql(reader, listMailboxes(reader, caseId, 'counterparty')),
    headerMessageId === null ? undefined : answersTo(reader, headerMessageId),
  )
  return reader
    .select({ id: messages.id, threadId: messages.threadId, sentAt: messages.sentAt, text: messages.text })
    .from(messages)
    .where(
      and(
        eq(messages.caseId, caseId),
        isNull(messages.unreadable),
        isNull(messages.withdrawnAt),
        // What stands in a chat is what needs confirming (CJO-3, CJO-6): it confirms nothing.
        ne(messages.form, 'chat'),
        or(
          and(or(inTime, and(sameThread, isNull(messages.sentAt))), related),
          inArray(messages.id, [...decided]),
        ),
      ),
    )
    .orderBy(desc(sameThread), asc(messages.sentAt), asc(messages.row))
    .limit(NEAREST)
    .all()
}

function answersTo(reader: Reader, headerMessageId: string): SQL {
  const link = and(eq(messageLinks.messageId, messages.id), eq(messageLinks.target, headerMessageId))
  return exists(reader.select({ one: sql`1` }).from(messageLinks).where(link))
}

/** Which of these messages answer `headerMessageId` itself: it is their In-Reply-To, or the last of their References. */
export function listReplies(reader: Reader, ids: readonly string[], headerMessageId: string): Set<string> {
  const later = alias(messageLinks, 'later')
  const behind = and(
    eq(later.messageId, messageLinks.messageId),
    eq(later.kind, messageLinks.kind),
    gt(later.position, messageLinks.position),
  )
  const isLast = notExists(reader.select({ one: sql`1` }).from(later).where(behind))
  const rows = reader
    .select({ id: messageLinks.messageId })
    .from(messageLinks)
    .where(and(inArray(messageLinks.messageId, [...ids]), eq(messageLinks.target, headerMessageId), isLast))
    .all()
  return new Set(rows.map((row) => row.id))
}
