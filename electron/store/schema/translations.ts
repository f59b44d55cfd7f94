import { TRANSLATION_LANGUAGES, type TranslationLanguage } from '@bridge/model/translation.ts'
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { cases } from './cases.ts'
import { id, instant, oneOf, plainDate } from './columns.ts'
import { messages } from './evidence.ts'

/** What a message, one of its files, or a passage says in another language, and who vouches for that. */
export const translations = sqliteTable(
  'translations',
  {
    id: id(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    messageId: text('message_id')
      .notNull()
      .references(() => messages.id),
    /** The file among its attachments; null for what the message itself says. */
    partPath: text('part_path'),
    /** The passage word for word, and where it begins in the message's text, in UTF-16 units; null for the whole. */
    quote: text('quote'),
    quoteStart: integer('quote_start'),
    language: text('language').$type<TranslationLanguage>().notNull(),
    text: text('text').notNull(),
    /** Who made it: a person or an agency. */
    translator: text('translator').notNull(),
    /** What shows the translator's fitness: a translation seal, a certificate number. */
    credential: text('credential').notNull(),
    madeOn: plainDate('made_on'),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    index('translations_by_message').on(table.messageId),
    index('translations_by_case').on(table.caseId),
    check('translations_language', sql.raw(oneOf('language', TRANSLATION_LANGUAGES))),
    check('translations_passage', sql`(${table.quote} is null) = (${table.quoteStart} is null)`),
    check('translations_of_text', sql`${table.quote} is null or ${table.partPath} is null`),
  ],
)
