import { SCORE_FACTORS, type ScoreFactor, type ScoreMark, scoreMark } from '@bridge/model/authenticity.ts'
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant, oneOf, plainDate } from './columns.ts'
import { imports, messages } from './evidence.ts'

/**
 * Public keys of mail servers, as somebody looked them up on another computer (RFC 6376 3.6.2). They belong to the world and not
 * to a case. Sealed by trigger, but that one taken in by mistake can be withdrawn, once.
 */
export const dkimKeys = sqliteTable(
  'dkim_keys',
  {
    id: id(),
    /** Lower case, as they stand in `SELECTOR._domainkey.DOMAIN`. */
    domain: text('domain').notNull(),
    selector: text('selector').notNull(),
    /** The TXT record, its pieces joined. */
    record: text('record').notNull(),
    lookedUpOn: plainDate('looked_up_on').notNull(),
    lookedUpBy: text('looked_up_by').notNull(),
    source: text('source').notNull(),
    addedAt: instant('added_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    index('dkim_keys_by_name').on(table.domain, table.selector),
    uniqueIndex('dkim_keys_key').on(table.domain, table.selector, table.record, table.lookedUpOn),
  ],
)

/** What only the lawyer can say of a message's strength: how it was fixed, what bears it out, what was agreed. */
export const scoreMarks = sqliteTable(
  'score_marks',
  {
    messageId: text('message_id')
      .notNull()
      .references(() => messages.id),
    factor: integer('factor').$type<ScoreFactor>().notNull(),
    mark: text('mark').$type<ScoreMark>().notNull(),
    note: text('note').notNull(),
    markedAt: instant('marked_at').notNull(),
  },
  (table) => [
    uniqueIndex('score_marks_key').on(table.messageId, table.factor),
    check('score_marks_factor', sql.raw(`"factor" in (${SCORE_FACTORS.join(', ')})`)),
    check('score_marks_mark', sql.raw(oneOf('mark', scoreMark.options))),
  ],
)

/** Where what an import brought was kept before, and who took it from there; empty where nobody said. */
export const provenances = sqliteTable('provenances', {
  importId: text('import_id')
    .primaryKey()
    .references(() => imports.id),
  mailbox: text('mailbox').notNull(),
  account: text('account').notNull(),
  exportedBy: text('exported_by').notNull(),
  exportedWith: text('exported_with').notNull(),
  exportedOn: plainDate('exported_on'),
  note: text('note').notNull(),
  statedAt: instant('stated_at').notNull(),
})
