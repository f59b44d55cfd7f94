import { type CaseDraft, caseDraft, FORUMS, type Forum } from '@bridge/model/case.ts'
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant, oneOf, plainDate } from './columns.ts'

export const cases = sqliteTable(
  'cases',
  {
    id: id(),
    title: text('title').notNull(),
    reference: text('reference').notNull(),
    clientName: text('client_name').notNull(),
    clientRole: text('client_role').$type<CaseDraft['clientRole']>().notNull(),
    counterpartyNameZh: text('counterparty_name_zh').notNull(),
    counterpartyNameEn: text('counterparty_name_en').notNull(),
    counterpartyCode: text('counterparty_code').notNull(),
    contractTitle: text('contract_title').notNull(),
    contractNumber: text('contract_number').notNull(),
    contractDate: plainDate('contract_date'),
    /** Minor units of `claim_currency`; null while the sum is not known. */
    claimMinor: integer('claim_minor'),
    claimCurrency: text('claim_currency').notNull(),
    claimDueOn: plainDate('claim_due_on'),
    notes: text('notes').notNull(),
    revision: integer('revision').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    index('cases_by_change').on(table.archivedAt, table.changedAt),
    check('cases_client_role', sql.raw(oneOf('client_role', caseDraft.shape.clientRole.options))),
    check('cases_claim', sql`${table.claimMinor} is null or ${table.claimMinor} >= 0`),
  ],
)

export const caseAddresses = sqliteTable(
  'case_addresses',
  {
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    address: text('address').notNull(),
  },
  (table) => [uniqueIndex('case_addresses_key').on(table.caseId, table.position)],
)

export const caseForums = sqliteTable(
  'case_forums',
  {
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    forum: text('forum').$type<Forum>().notNull(),
  },
  (table) => [
    uniqueIndex('case_forums_key').on(table.caseId, table.forum),
    check('case_forums_forum', sql.raw(oneOf('forum', FORUMS))),
  ],
)
