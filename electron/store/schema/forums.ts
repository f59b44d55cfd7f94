import { FORUMS, type Forum } from '@bridge/model/case.ts'
import { CHANNELS, type Channel } from '@bridge/model/channel.ts'
import {
  OWN_VERDICTS,
  type OwnVerdict,
  PERISHABLE_CHANNELS,
  type PerishableChannel,
} from '@bridge/model/forum.ts'
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { cases } from './cases.ts'
import { id, instant, oneOf, plainDate } from './columns.ts'
import { statements } from './confirmations.ts'
import { messages } from './evidence.ts'

const caseKey = () =>
  text('case_id')
    .notNull()
    .references(() => cases.id, { onDelete: 'cascade' })

/** Where the lawyer decides otherwise than a rule, for one case. */
export const ruleOverrides = sqliteTable(
  'rule_overrides',
  {
    caseId: caseKey(),
    ruleId: text('rule_id').notNull(),
    forum: text('forum').$type<Forum>().notNull(),
    channel: text('channel').$type<Channel>().notNull(),
    verdict: text('verdict').$type<OwnVerdict>().notNull(),
    reason: text('reason').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [
    uniqueIndex('rule_overrides_key').on(table.caseId, table.ruleId, table.forum, table.channel),
    check('rule_overrides_forum', sql.raw(oneOf('forum', FORUMS))),
    check('rule_overrides_channel', sql.raw(oneOf('channel', CHANNELS))),
    check('rule_overrides_verdict', sql.raw(oneOf('verdict', OWN_VERDICTS))),
  ],
)

/** Both parties agree that a message or statement is true and accurate (CJO-3). */
export const agreements = sqliteTable(
  'agreements',
  {
    id: id(),
    caseId: caseKey(),
    messageId: text('message_id').references(() => messages.id),
    statementId: text('statement_id').references(() => statements.id, { onDelete: 'cascade' }),
    /** How they agreed: where it can be read. */
    note: text('note').notNull(),
    notedAt: instant('noted_at').notNull(),
  },
  (table) => [
    uniqueIndex('agreements_by_message').on(table.messageId),
    uniqueIndex('agreements_by_statement').on(table.statementId),
    index('agreements_by_case').on(table.caseId),
    check('agreements_of', sql`(${table.messageId} is null) <> (${table.statementId} is null)`),
  ],
)

/** What a platform may delete, until it is captured (CJO-4, CJO-5). */
export const perishables = sqliteTable(
  'perishables',
  {
    id: id(),
    caseId: caseKey(),
    channel: text('channel').$type<PerishableChannel>().notNull(),
    /** What it is: the number of the complaint, the account of the chat. */
    title: text('title').notNull(),
    /** The day on which use ended or the complaint was closed; null while it is open or not known. */
    endedOn: plainDate('ended_on'),
    /** How long it is taken to be kept after that; the rule states no number. */
    keptDays: integer('kept_days').notNull(),
    /** The document or chat that holds it now. */
    capturedMessageId: text('captured_message_id').references(() => messages.id),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    index('perishables_by_case').on(table.caseId, table.addedAt),
    check('perishables_channel', sql.raw(oneOf('channel', PERISHABLE_CHANNELS))),
    check('perishables_kept_days', sql`${table.keptDays} between 0 and 3650`),
  ],
)
