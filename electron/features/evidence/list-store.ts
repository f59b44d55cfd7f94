import type { MessageRow } from '@bridge/model/evidence.ts'
import type { Hit, MessageFilter } from '@bridge/model/finding.ts'
import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { flagSender } from '../../rules/identity/flag-sender.ts'
import {
  answers,
  attachments,
  exhibitItems,
  messagePeople,
  messages,
  threads,
} from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import { isMailboxOf, listKnownIdentities, listMailboxes } from '../cases/index.ts'
import { listChatSides } from './chat-sides-store.ts'
import { answersSql, isFirstCopy, passesSql } from './filter-sql.ts'
import { findHits } from './find-hit.ts'
import type { SearchQuery } from './search-query.ts'
import { listStatementStates } from './statement-states-store.ts'

export interface ListPage {
  caseId: string
  /** Null for no search. */
  query: SearchQuery | null
  order: 'date' | 'thread'
  filter: MessageFilter
  offset: number
  limit: number
}

const PREVIEW_CHARACTERS = 160

export interface ListedMessages {
  rows: MessageRow[]
  total: number
  /** How many more pass that are other copies of a message and were left out for it. */
  hiddenCopies: number
}

/** One page of a case's messages. The order comes from an index, so that page 1,000 costs no sort. */
export function listMessages(reader: Reader, page: ListPage): ListedMessages {
  const counterparty = listMailboxes(reader, page.caseId, 'counterparty')
  const passing = and(
    page.query ? answersSql(page.query) : undefined,
    passesSql(reader, page.caseId, page.filter),
  )
  const asked = page.filter.copies ? passing : and(passing, isFirstCopy)
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
      copyOf: messages.copyOf,
      mih: messages.mih,
    })
    .from(messages)
  const ordered =
    page.order === 'date'
      ? base
          .where(and(eq(messages.caseId, page.caseId), asked))
          .orderBy(desc(messages.sentAt), desc(messages.row))
      : base
          // The thread's case and not the message's, so that SQLite walks the threads in their order and stops at the limit.
          .innerJoin(threads, eq(threads.id, messages.threadId))
          .where(and(asked, eq(threads.caseId, page.caseId)))
          .orderBy(desc(threads.latestAt), desc(threads.id), asc(messages.sentAt), asc(messages.row))
  const found = ordered.limit(page.limit).offset(page.offset).all()
  const counts = reader
    .select({ all: count(), copies: count(messages.copyOf) })
    .from(messages)
    .where(and(eq(messages.caseId, page.caseId), passing))
    .get() ?? { all: 0, copies: 0 }
  const hiddenCopies = page.filter.copies ? 0 : counts.copies
  const ids = found.map((row) => row.id)
  const facts = gatherFacts(reader, ids)
  const copies = countCopies(
    reader,
    page.caseId,
    found.flatMap(({ mih }) => mih ?? []),
  )
  const sides = listChatSides(reader, ids)
  const hits = page.query ? findHits(reader, ids, page.query) : new Map<string, Hit>()
  const known = listKnownIdentities(reader, page.caseId)
  const rows = found.map(({ mih, ...row }) => {
    const from = facts.from.get(row.id) ?? []
    const replyTo = facts.replyTo.get(row.id) ?? []
    return {
      ...row,
      preview: [...row.preview.replace(/\s+/gu, ' ').trim()].slice(0, PREVIEW_CHARACTERS).join(''),
      fromName: from[0]?.name ?? '',
      fromAddress: from[0]?.address ?? '',
      fromCounterparty:
        sides.get(row.id) === 'counterparty' || from.some((each) => isMailboxOf(each.address, counterparty)),
      flags: flagSender({ from, replyTo }, known),
      attachmentCount: facts.attachments.get(row.id) ?? 0,
      statements: facts.statements.get(row.id) ?? [],
      answerCount: facts.answers.get(row.id) ?? 0,
      exhibitCount: facts.exhibits.get(row.id) ?? 0,
      copyCount: (mih !== null && copies.get(mih)) || 0,
      hit: hits.get(row.id) ?? null,
    }
  })
  return { rows, total: counts.all - hiddenCopies, hiddenCopies }
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

/** How many other copies of one message the case has, by their hash. */
function countCopies(reader: Reader, caseId: string, hashes: readonly string[]): Map<string, number> {
  const rows = reader
    .select({ mih: sql<string>`${messages.mih}`, n: count() })
    .from(messages)
    .where(and(eq(messages.caseId, caseId), inArray(messages.mih, [...hashes])))
    .groupBy(messages.mih)
    .having(sql`count(*) > 1`)
    .all()
  return new Map(rows.map(({ mih, n }) => [mih, n - 1]))
}
