import {
  EVIDENCE_KINDS,
  EXPORT_FORMS,
  LIST_LANGUAGES,
  NUMBER_STYLES,
  NUMBERINGS,
  ORIGINALITIES,
  SUBMITTER_ROLES,
} from '@bridge/model/exhibit.ts'
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { cases } from './cases.ts'
import { flag, id, instant, oneOf, plainDate } from './columns.ts'
import { statements } from './confirmations.ts'
import { messages } from './evidence.ts'

export const exhibitSets = sqliteTable(
  'exhibit_sets',
  {
    id: id(),
    caseId: text('case_id')
      .notNull()
      .unique()
      .references(() => cases.id, { onDelete: 'cascade' }),
    language: text('language').notNull(),
    numberStyle: text('number_style').notNull(),
    numbering: text('numbering').notNull(),
    tribunal: text('tribunal').notNull(),
    caseNumber: text('case_number').notNull(),
    submitter: text('submitter').notNull(),
    submitterRole: text('submitter_role').notNull(),
    submittedOn: plainDate('submitted_on'),
    showKind: flag('show_kind').notNull(),
    showOriginality: flag('show_originality').notNull(),
  },
  () => [
    check('exhibit_sets_language', sql.raw(oneOf('language', LIST_LANGUAGES))),
    check('exhibit_sets_style', sql.raw(oneOf('number_style', NUMBER_STYLES))),
    check('exhibit_sets_numbering', sql.raw(oneOf('numbering', NUMBERINGS))),
    check('exhibit_sets_role', sql.raw(oneOf('submitter_role', SUBMITTER_ROLES))),
  ],
)

export const exhibitGroups = sqliteTable(
  'exhibit_groups',
  {
    id: id(),
    setId: text('set_id')
      .notNull()
      .references(() => exhibitSets.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull(),
    purposeZh: text('purpose_zh').notNull(),
    purposeEn: text('purpose_en').notNull(),
  },
  (table) => [index('exhibit_groups_by_set').on(table.setId, table.position)],
)

export const exhibits = sqliteTable(
  'exhibits',
  {
    id: id(),
    groupId: text('group_id')
      .notNull()
      .references(() => exhibitGroups.id),
    position: integer('position').notNull(),
    kind: text('kind').notNull(),
    originality: text('originality').notNull(),
    copies: integer('copies').notNull(),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull(),
    sourceZh: text('source_zh').notNull(),
    sourceEn: text('source_en').notNull(),
    purposeZh: text('purpose_zh').notNull(),
    purposeEn: text('purpose_en').notNull(),
    contentZh: text('content_zh').notNull(),
    contentEn: text('content_en').notNull(),
    notesZh: text('notes_zh').notNull(),
    notesEn: text('notes_en').notNull(),
  },
  (table) => [
    index('exhibits_by_group').on(table.groupId, table.position),
    check('exhibits_kind', sql.raw(oneOf('kind', EVIDENCE_KINDS))),
    check('exhibits_originality', sql.raw(oneOf('originality', ORIGINALITIES))),
    check('exhibits_copies', sql`${table.copies} >= 1`),
  ],
)

/** What an exhibit consists of, in order: messages with their attachments, or a statement typed in from chat. */
export const exhibitItems = sqliteTable(
  'exhibit_items',
  {
    exhibitId: text('exhibit_id')
      .notNull()
      .references(() => exhibits.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    messageId: text('message_id').references(() => messages.id),
    statementId: text('statement_id').references(() => statements.id),
  },
  (table) => [
    uniqueIndex('exhibit_items_key').on(table.exhibitId, table.position),
    index('exhibit_items_by_message').on(table.messageId),
    check('exhibit_items_one', sql`(${table.messageId} is null) <> (${table.statementId} is null)`),
  ],
)

/** What left the building: one row for each finished export. Append-only by trigger. */
export const exports = sqliteTable(
  'exports',
  {
    id: id(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    madeAt: instant('made_at').notNull(),
    form: text('form').notNull(),
    location: text('location').notNull(),
    exhibitCount: integer('exhibit_count').notNull(),
    pageCount: integer('page_count').notNull(),
    manifestSha256: text('manifest_sha256').notNull(),
  },
  () => [check('exports_form', sql.raw(oneOf('form', EXPORT_FORMS)))],
)

/** Exports being written: where a crash leaves something behind. A row goes when its export stands, or nothing of it does. */
export const unfinishedExports = sqliteTable('unfinished_exports', {
  /** Of the export. */
  id: id(),
  /** The name it is to bear, held by an empty folder or file of ours. */
  location: text('location').notNull(),
  /** What is written meanwhile, in the clear and beside it. */
  draft: text('draft').notNull(),
})
