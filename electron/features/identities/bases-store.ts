import { asc, eq, inArray, sql } from 'drizzle-orm'
import { identities, identityBases } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

export type StoredBasis = typeof identityBases.$inferSelect

/** The bases of every identity of a case, oldest first. */
export function listBases(reader: Reader, caseId: string): StoredBasis[] {
  const own = reader.select({ id: identities.id }).from(identities).where(eq(identities.caseId, caseId))
  return reader
    .select()
    .from(identityBases)
    .where(inArray(identityBases.identityId, own))
    .orderBy(asc(identityBases.addedAt), asc(sql`${identityBases}.rowid`))
    .all()
}

export function addBasis(writer: Writer, row: typeof identityBases.$inferInsert): void {
  writer.insert(identityBases).values(row).run()
}

/** The identity the basis belonged to; undefined where there is no such basis. */
export const removeBasis = (writer: Writer, basisId: string): string | undefined =>
  writer.delete(identityBases).where(eq(identityBases.id, basisId)).returning().get()?.identityId
