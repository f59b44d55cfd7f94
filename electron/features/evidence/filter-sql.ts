import type { MessageFilter } from '@bridge/model/finding.ts'
import { and, eq, gte, inArray, isNotNull, isNull, lt, ne, not, or, type SQL, sql } from 'drizzle-orm'
import {
  answers,
  attachments,
  exhibitItems,
  messagePeople,
  messages,
  statements,
} from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import { listMailboxes } from '../cases/index.ts'
import { isSpokenBySql } from './chat-sides-store.ts'
import { type SearchQuery, type Term, toExpression } from './search-query.ts'
import { isSentBySql } from './sender-sql.ts'

/** Whether the message in hand passes a filter; copies are another matter. */
export const passesSql = (reader: Reader, caseId: string, filter: MessageFilter): SQL | undefined =>
  and(
    isNull(messages.withdrawnAt),
    filter.side &&
      or(isSentBySql(reader, listMailboxes(reader, caseId, filter.side)), isSpokenBySql(reader, filter.side)),
    filter.person === undefined ? undefined : inArray(messages.id, namedIn(reader, filter.person)),
    filter.from === undefined ? undefined : gte(messages.sentAt, startOf(filter.from)),
    filter.to === undefined ? undefined : lt(messages.sentAt, startOf(filter.to, 1)),
    filter.channel && eq(messages.channel, filter.channel),
    filter.form && eq(messages.form, filter.form),
    filter.statements && inArray(messages.id, markedIn(reader, caseId, filter.statements)),
    filter.exhibit === undefined ? undefined : inExhibit(reader, filter.exhibit),
    filter.attachments && inArray(messages.id, withFiles(reader)),
    filter.unreadable && isNotNull(messages.unreadable),
    filter.flagged && ne(messages.warnings, ''),
  )

/** Midnight in Beijing, as messages keep instants. */
function startOf(day: string, later = 0): string {
  const at = new Date(`${day}T00:00:00+08:00`)
  at.setUTCDate(at.getUTCDate() + later)
  return at.toISOString().replace('.000Z', 'Z')
}

const namedIn = (reader: Reader, address: string) =>
  reader
    .select({ id: messagePeople.messageId })
    .from(messagePeople)
    .where(eq(sql`lower(${messagePeople.address})`, address.toLowerCase()))

function markedIn(reader: Reader, caseId: string, wanted: 'any' | 'confirmed' | 'unconfirmed') {
  const decided = (verdict: 'confirms' | 'denies') =>
    inArray(
      statements.id,
      reader.select({ id: answers.statementId }).from(answers).where(eq(answers.verdict, verdict)),
    )
  // As `stateOf` of the bridge: a denial outweighs a confirmation.
  const confirmed = sql`(${decided('confirms')} and not ${decided('denies')})`
  return reader
    .select({ id: statements.messageId })
    .from(statements)
    .where(
      and(
        eq(statements.caseId, caseId),
        isNotNull(statements.messageId),
        wanted === 'any' ? undefined : wanted === 'confirmed' ? confirmed : not(confirmed),
      ),
    )
}

function inExhibit(reader: Reader, wanted: NonNullable<MessageFilter['exhibit']>): SQL {
  const items = reader
    .select({ id: exhibitItems.messageId })
    .from(exhibitItems)
    .where(
      and(
        isNotNull(exhibitItems.messageId),
        wanted === 'in' || wanted === 'out' ? undefined : eq(exhibitItems.exhibitId, wanted),
      ),
    )
  const within = inArray(messages.id, items)
  return wanted === 'out' ? not(within) : within
}

const withFiles = (reader: Reader) => reader.select({ id: attachments.messageId }).from(attachments)

/** Only the first of several copies of one message. */
export const isFirstCopy: SQL = isNull(messages.copyOf)

/**
 * Whether the message in hand answers a query: each group in its own words, its file names or the text of an attachment. The rows
 * that match are gathered first and looked up while the messages are walked in their order (the plus keeps SQLite from turning
 * that around, and sorting).
 */
export const answersSql = (query: SearchQuery): SQL | undefined =>
  and(
    ...query.groups.map((group) => sql`+${messages.row} in ${rowsWith(group)}`),
    ...query.without.map((term) => sql`+${messages.row} not in ${rowsWith([term])}`),
  )

function rowsWith(terms: readonly Term[]): SQL {
  const expression = terms.map(toExpression).join(' OR ')
  return sql`(select rowid from message_search where message_search match ${expression}
    union all select owner.row from attachment_search
      join attachment_texts on attachment_texts.row = attachment_search.rowid
      join messages as owner on owner.id = attachment_texts.message_id
      where attachment_search match ${expression})`
}
