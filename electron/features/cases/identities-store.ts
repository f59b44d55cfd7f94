import type { IdentityDraft, IdentityKind, Side } from '@bridge/model/identity.ts'
import { and, asc, eq, exists, inArray, sql } from 'drizzle-orm'
import type { KnownIdentity } from '../../rules/identity/flag-sender.ts'
import { identities, identityBases } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'
import type { Mailboxes } from './mailbox-match.ts'

export type StoredIdentity = typeof identities.$inferSelect

const MAIL_KINDS: readonly IdentityKind[] = ['domain', 'email']

/** What is known of the mailboxes of one side. */
export function listMailboxes(reader: Reader, caseId: string, side: Side): Mailboxes {
  const rows = reader
    .select({ side: identities.side, kind: identities.kind, value: identities.value })
    .from(identities)
    .where(and(eq(identities.caseId, caseId), inArray(identities.kind, MAIL_KINDS)))
    .orderBy(asc(identities.value))
    .all()
  const [own, foreign] = [rows.filter((row) => row.side === side), rows.filter((row) => row.side !== side)]
  const others = foreign.filter(({ kind }) => kind === 'email')
  return { patterns: own.map(({ value }) => value), others: others.map(({ value }) => value) }
}

/** What a case knows about addresses, as the signs of a doubtful sender are found by. */
export function listKnownIdentities(reader: Reader, caseId: string): KnownIdentity[] {
  const founded = exists(
    reader.select({ one: sql`1` }).from(identityBases).where(eq(identityBases.identityId, identities.id)),
  )
  return reader
    .select({
      side: identities.side,
      kind: identities.kind,
      value: identities.value,
      person: identities.person,
      founded: sql<number>`${founded}`,
    })
    .from(identities)
    .where(eq(identities.caseId, caseId))
    .orderBy(asc(identities.addedAt), asc(identities.value))
    .all()
    .map((row) => ({ ...row, founded: row.founded === 1 }))
}

export const listIdentities = (reader: Reader, caseId: string): StoredIdentity[] =>
  reader
    .select()
    .from(identities)
    .where(eq(identities.caseId, caseId))
    .orderBy(asc(identities.addedAt), asc(sql`${identities}.rowid`))
    .all()

export const findIdentity = (reader: Reader, identityId: string): StoredIdentity | undefined =>
  reader.select().from(identities).where(eq(identities.id, identityId)).get()

/** What an identity is told apart by, in the form it is kept. Accounts of a messenger may differ in capitals alone. */
export function identityKey(draft: Pick<IdentityDraft, 'kind' | 'value'>): string {
  if (draft.kind === 'phone') return draft.value.replace(/[^+\d]/gu, '')
  return MAIL_KINDS.includes(draft.kind) ? draft.value.toLowerCase() : draft.value
}

export function addIdentity(writer: Writer, row: typeof identities.$inferInsert): void {
  writer.insert(identities).values(row).run()
}

export function changeIdentity(writer: Writer, identityId: string, draft: IdentityDraft): void {
  writer.update(identities).set(draft).where(eq(identities.id, identityId)).run()
}

export function removeIdentity(writer: Writer, identityId: string): void {
  writer.delete(identities).where(eq(identities.id, identityId)).run()
}

/** Makes the mailboxes of one side those the case form names: new ones come in bare, those no longer named go. Gives what went. */
export function replaceMailboxes(
  writer: Writer,
  caseId: string,
  side: Side,
  wanted: readonly string[],
  made: { nextId(): string; at: string },
): string[] {
  const known = listMailboxes(writer, caseId, side).patterns
  const gone = known.filter((value) => !wanted.includes(value))
  const own = and(eq(identities.caseId, caseId), eq(identities.side, side))
  const removed = writer
    .delete(identities)
    .where(and(own, inArray(identities.kind, MAIL_KINDS), inArray(identities.value, gone)))
    .returning({ id: identities.id })
    .all()
  for (const value of new Set(wanted))
    if (!known.includes(value)) {
      const kind = value.includes('@') ? 'email' : 'domain'
      addIdentity(writer, { id: made.nextId(), caseId, side, kind, value, addedAt: made.at })
    }
  return removed.map(({ id }) => id)
}
