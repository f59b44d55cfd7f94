import { asc, desc, eq, gt, lt } from 'drizzle-orm'
import { auditEntries } from '../store/schema/index.ts'
import type { Reader } from '../store/store.ts'

const PAGE = 500
const HASH_PAGE = 5_000

/** The newest entry of the chain; undefined for an empty one. */
export const findLastEntry = (reader: Reader): typeof auditEntries.$inferSelect | undefined =>
  reader.select().from(auditEntries).orderBy(desc(auditEntries.seq)).limit(1).get()

export const findEntry = (reader: Reader, seq: number): typeof auditEntries.$inferSelect | undefined =>
  reader.select().from(auditEntries).where(eq(auditEntries.seq, seq)).get()

/** Number and act of every entry, the newest first. */
export function* eachEntryBackwards(reader: Reader): Generator<{ seq: number; act: string }> {
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const page = reader
      .select({ seq: auditEntries.seq, act: auditEntries.act })
      .from(auditEntries)
      .where(lt(auditEntries.seq, before))
      .orderBy(desc(auditEntries.seq))
      .limit(PAGE)
      .all()
    yield* page
    if (page.length < PAGE) return
    before = page[PAGE - 1]?.seq ?? before
  }
}

/** The hash of every entry in order: the leaves of the Merkle tree. */
export function* eachHash(reader: Reader): Generator<string> {
  for (let after = 0; ; ) {
    const page = reader
      .select({ seq: auditEntries.seq, hash: auditEntries.hash })
      .from(auditEntries)
      .where(gt(auditEntries.seq, after))
      .orderBy(asc(auditEntries.seq))
      .limit(HASH_PAGE)
      .all()
    for (const { hash } of page) yield hash
    if (page.length < HASH_PAGE) return
    after = page[HASH_PAGE - 1]?.seq ?? after
  }
}
