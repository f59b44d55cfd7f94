import { CHANNELS, type Channel } from '@bridge/model/channel.ts'
import { STATEMENT_KINDS, type StatementKind, type Verdict, verdict } from '@bridge/model/statement.ts'
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { cases } from './cases.ts'
import { id, instant, oneOf, plainDate } from './columns.ts'
import { messages } from './evidence.ts'

/** Something said that the case may need to prove: a passage of a message, or what was typed in from chat or telephone. */
export const statements = sqliteTable(
  'statements',
  {
    id: id(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<StatementKind>().notNull(),
    channel: text('channel').$type<Channel>().notNull(),
    messageId: text('message_id').references(() => messages.id),
    /** The passage, word for word. */
    quote: text('quote').notNull(),
    /** Where the passage begins in the message's text, in UTF-16 units; null for what was typed in. */
    quoteStart: integer('quote_start'),
    speaker: text('speaker').notNull(),
    saidOn: plainDate('said_on'),
    askedOn: plainDate('asked_on'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('statements_by_case').on(table.caseId, table.createdAt),
    index('statements_by_message').on(table.messageId),
    check('statements_kind', sql.raw(oneOf('kind', STATEMENT_KINDS))),
    check('statements_channel', sql.raw(oneOf('channel', CHANNELS))),
    check('statements_source', sql`(${table.messageId} is null) = (${table.quoteStart} is null)`),
    check('statements_mail', sql`${table.channel} <> 'email' or ${table.messageId} is not null`),
  ],
)

/** The lawyer's word on one message as the answer to one statement. The app only proposes; this row decides. */
export const answers = sqliteTable(
  'answers',
  {
    id: id(),
    statementId: text('statement_id')
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    messageId: text('message_id')
      .notNull()
      .references(() => messages.id),
    verdict: text('verdict').$type<Verdict>().notNull(),
    quote: text('quote').notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [
    uniqueIndex('answers_key').on(table.statementId, table.messageId),
    index('answers_by_message').on(table.messageId),
    check('answers_verdict', sql.raw(oneOf('verdict', verdict.options))),
  ],
)
