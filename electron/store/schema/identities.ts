import {
  BASIS_KINDS,
  type BasisKind,
  IDENTITY_KINDS,
  type IdentityKind,
  SIDES,
  type Side,
} from '@bridge/model/identity.ts'
import { sql } from 'drizzle-orm'
import { check, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { cases } from './cases.ts'
import { id, instant, oneOf } from './columns.ts'
import { messages } from './evidence.ts'

/** Which address or account is which company and person; the one place that says whose a mailbox is. */
export const identities = sqliteTable(
  'identities',
  {
    id: id(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    side: text('side').$type<Side>().notNull(),
    kind: text('kind').$type<IdentityKind>().notNull(),
    /** Domains, mailboxes and telephones in lower case; accounts as they are written. */
    value: text('value').notNull(),
    companyZh: text('company_zh').notNull().default(''),
    companyEn: text('company_en').notNull().default(''),
    person: text('person').notNull().default(''),
    position: text('position').notNull().default(''),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    uniqueIndex('identities_key').on(table.caseId, table.side, table.kind, table.value),
    check('identities_side', sql.raw(oneOf('side', SIDES))),
    check('identities_kind', sql.raw(oneOf('kind', IDENTITY_KINDS))),
  ],
)

/** Why an identity is held to be true; each basis with what shows it. */
export const identityBases = sqliteTable(
  'identity_bases',
  {
    id: id(),
    identityId: text('identity_id')
      .notNull()
      .references(() => identities.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<BasisKind>().notNull(),
    messageId: text('message_id').references(() => messages.id),
    quote: text('quote').notNull(),
    note: text('note').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    index('identity_bases_by_identity').on(table.identityId, table.addedAt),
    check('identity_bases_kind', sql.raw(oneOf('kind', BASIS_KINDS))),
  ],
)
