import type { CaseRecord } from '@bridge/model/case.ts'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { messagePeople, messages } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import { isMailboxOf, listMailboxes } from '../cases/index.ts'

const SHOWN = 5

/** The counterparty's mailboxes: those it last wrote from, then those typed into the case. At most five. */
export function listCounterpartyAddresses(reader: Reader, matter: CaseRecord): string[] {
  const address = sql<string>`lower(${messagePeople.address})`
  const seen = reader
    .select({ address })
    .from(messagePeople)
    .innerJoin(messages, eq(messages.id, messagePeople.messageId))
    .where(and(eq(messages.caseId, matter.id), eq(messagePeople.role, 'from'), isNull(messages.withdrawnAt)))
    .groupBy(address)
    .orderBy(desc(sql`max(${messages.sentAt})`))
    .all()
    .map((row) => row.address)
  const mailboxes = listMailboxes(reader, matter.id, 'counterparty')
  const theirs = seen.filter((each) => isMailboxOf(each, mailboxes))
  const typed = matter.counterpartyMailboxes.filter((pattern) => pattern.includes('@'))
  return [...new Set([...theirs, ...typed])].slice(0, SHOWN)
}
