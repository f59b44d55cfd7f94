import { and, asc, desc, eq, gt, inArray, lte } from 'drizzle-orm'
import { auditEntries, intakes, messages, originals } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'

const PAGE = 1_000

/** An entry of the chain: its text, as it is hashed. */
export interface ChainLine {
  seq: number
  entry: string
}

/** The newest entry of the chain; undefined where there is none. */
export const findHead = (reader: Reader): { seq: number; at: string } | undefined =>
  reader
    .select({ seq: auditEntries.seq, at: auditEntries.at })
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
    .get()

/** The entries from the first to number `last`, in pages, so that the thread is free between them. */
export function* pagesOfChain(reader: Reader, last: number): Generator<ChainLine[]> {
  for (let after = 0; ; ) {
    const page = reader
      .select({ seq: auditEntries.seq, entry: auditEntries.entry })
      .from(auditEntries)
      .where(and(gt(auditEntries.seq, after), lte(auditEntries.seq, last)))
      .orderBy(asc(auditEntries.seq))
      .limit(PAGE)
      .all()
    if (page.length > 0) yield page
    if (page.length < PAGE) return
    after = page.at(-1)?.seq ?? last
  }
}

/** The lines of custody by which an original came into a case: their ids. */
export const listIntakeIds = (reader: Reader, caseId: string, sha256: string): string[] =>
  reader
    .select({ id: intakes.id })
    .from(intakes)
    .innerJoin(messages, eq(messages.id, intakes.messageId))
    .where(and(eq(messages.caseId, caseId), eq(intakes.originalSha256, sha256)))
    .all()
    .map((row) => row.id)

/** The secret that opens the commitments to an original. Throws `TypeError` where it is not there. */
export function getSalt(reader: Reader, sha256: string): string {
  const row = reader
    .select({ salt: originals.salt })
    .from(originals)
    .where(eq(originals.sha256, sha256))
    .get()
  if (!row) throw new TypeError('No such original')
  return row.salt
}

/** The newest entries that record one of these acts, at most `most`, oldest first. */
export const listRecords = (reader: Reader, acts: readonly string[], most: number): ChainLine[] =>
  reader
    .select({ seq: auditEntries.seq, entry: auditEntries.entry })
    .from(auditEntries)
    .where(inArray(auditEntries.act, [...acts]))
    .orderBy(desc(auditEntries.seq))
    .limit(most)
    .all()
    .reverse()
