import type { MessageRow } from '@bridge/model/evidence.ts'
import { and, asc, count, desc, eq, exists, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import { flagSender } from '../../rules/identity/flag-sender.ts'
import {
  answers,
  attachments,
  exhibitItems,
  messagePeople,
  messages,
  statements,
  threads,
} from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import { isMailboxOf, listKnownIdentities, listMailboxes } from '../cases/index.ts'
import { isSentBySql } from './sender-sql.ts'
import { listStatementStates } from './statement-states-store.ts'

export interface ListPage {
  caseId: string
  /** FTS5 expression, or null for no search. */
  expression: string | null
  order: 'date' | 'thread'
  only: 'all' | 'counterparty' | 'statements' | 'attachments' | 'unreadable'
  offset: number
  limit: number
}

const PREVIEW_CHARACTERS = 160

/** One page of a case's messages. The order comes from an index, so that page 1,000 costs no sort. */
export function listMessages(reader: Reader, page: ListPage): { rows: MessageRow[]; total: number } {
  const counterparty = listMailboxes(reader, page.caseId, 'counterparty')
  const asked = and(matching(page.expression), filterFor(reader, page.only, counterparty))
  const chosen = and(eq(messages.caseId, page.caseId), asked)
  const base = reader
    .select({
      id: messages.id,
      threadId: messages.threadId,
      subject: messages.subject,
      sentAt: messages.sentAt,
      form: messages.form,
      channel: messages.channel,
      sentZoneMinutes: messages.sentZoneMinutes,
      preview: sql<string>`substr(${messages.text}, 1, ${PREVIEW_CHARACTERS * 2})`,
      unreadable: messages.unreadable,
    })
    .from(messages)
  const ordered =
    page.order === 'date'
      ? base.where(chosen).orderBy(desc(messages.sentAt), desc(messages.row))
      : base
          // The thread's case and not the message's, so that SQLite walks the threads in their order and stops at the limit.
          .innerJoin(threads, eq(threads.id, messages.threadId))
          .where(and(asked, eq(threads.caseId, page.caseId)))
          .orderBy(desc(threads.latestAt), desc(threads.id), asc(messages.sentAt), asc(messages.row))
  const found = ordered.limit(page.limit).offset(page.offset).all()
  const total = reader.select({ n: count() }).from(messages).where(chosen).get()?.n ?? 0
  const facts = gatherFacts(
    reader,
    found.map((row) => row.id),
  )
  const known = listKnownIdentities(reader, page.caseId)
  const rows = found.map((row) => {
    const from = facts.from.get(row.id) ?? []
    const replyTo = facts.replyTo.get(row.id) ?? []
    return {
      ...row,
      preview: [...row.preview.replace(/\s+/gu, ' ').trim()].slice(0, PREVIEW_CHARACTERS).join(''),
      fromName: from[0]?.name ?? '',
      fromAddress: from[0]?.address ?? '',
      fromCounterparty: from.some((each) => isMailboxOf(each.address, counterparty)),
      flags: flagSender({ from, replyTo }, known),
      attachmentCount: facts.attachments.get(row.id) ?? 0,
      statements: facts.statements.get(row.id) ?? [],
      answerCount: facts.answers.get(row.id) ?? 0,
      exhibitCount: facts.exhibits.get(row.id) ?? 0,
    }
  })
  return { rows, total }
}

const matching = (expression: string | null): SQL | undefined =>
  expression === null
    ? undefined
    : sql`${messages.row} in (select rowid from message_search where message_search match ${expression})`

function filterFor(reader: Reader, only: ListPage['only'], counterparty: readonly string[]): SQL | undefined {
  if (only === 'unreadable') return isNotNull(messages.unreadable)
  if (only === 'attachments')
    return exists(
      reader.select({ one: sql`1` }).from(attachments).where(eq(attachments.messageId, messages.id)),
    )
  if (only === 'statements')
    return exists(
      reader.select({ one: sql`1` }).from(statements).where(eq(statements.messageId, messages.id)),
    )
  return only === 'counterparty' ? isSentBySql(reader, counterparty) : undefined
}

function gatherFacts(reader: Reader, ids: readonly string[]) {
  const within = [...ids]
  const people = reader
    .select()
    .from(messagePeople)
    .where(and(inArray(messagePeople.messageId, within), inArray(messagePeople.role, ['from', 'reply-to'])))
    .orderBy(asc(messagePeople.position))
    .all()
  const named = (role: 'from' | 'reply-to') =>
    Map.groupBy(
      people.filter((row) => row.role === role),
      (row) => row.messageId,
    )
  const counted = (table: typeof attachments | typeof exhibitItems | typeof answers, where?: SQL) =>
    new Map(
      reader
        .select({ id: sql<string>`${table.messageId}`, n: count() })
        .from(table)
        .where(and(inArray(table.messageId, within), where))
        .groupBy(table.messageId)
        .all()
        .map((row) => [row.id, row.n] as const),
    )
  return {
    from: named('from'),
    replyTo: named('reply-to'),
    attachments: counted(attachments),
    exhibits: counted(exhibitItems),
    answers: counted(answers, sql`${answers.verdict} <> 'rejected'`),
    statements: listStatementStates(reader, within),
  }
}
