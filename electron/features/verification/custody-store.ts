import { and, asc, eq, gt, inArray, isNotNull, notExists, sql } from 'drizzle-orm'
import { auditEntries, exports, intakes, messages, originals, safekeeping } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'

const PAGE = 200

/** Every original with its bytes where the database holds them, a page at a time. */
export function* eachOriginal(reader: Reader): Generator<typeof originals.$inferSelect> {
  for (let after = ''; ; ) {
    const page = reader
      .select()
      .from(originals)
      .where(gt(originals.sha256, after))
      .orderBy(asc(originals.sha256))
      .limit(PAGE)
      .all()
    yield* page
    const last = page[PAGE - 1]
    if (!last) return
    after = last.sha256
  }
}

/** The name of the file that an original first came in as. */
export const findSourceName = (reader: Reader, sha256: string): string | undefined =>
  reader
    .select({ sourceName: intakes.sourceName })
    .from(intakes)
    .where(eq(intakes.originalSha256, sha256))
    .orderBy(asc(intakes.takenAt))
    .limit(1)
    .get()?.sourceName

/** The lines of custody, each with what opens the commitment to its original; no salt where that is not there. */
export const listIntakes = (reader: Reader) =>
  reader
    .select({
      id: intakes.id,
      outcome: intakes.outcome,
      messageId: intakes.messageId,
      sha256: intakes.originalSha256,
      salt: originals.salt,
    })
    .from(intakes)
    .leftJoin(originals, eq(originals.sha256, intakes.originalSha256))
    .all()

export const listExportSums = (reader: Reader) =>
  reader.select({ id: exports.id, manifestSha256: exports.manifestSha256 }).from(exports).all()

/** How the vault is to be kept; undefined where nobody has said. */
export const findSettings = (reader: Reader): typeof safekeeping.$inferSelect | undefined =>
  reader.select().from(safekeeping).get()

/** The canonical text of every entry of the chain that records one of these acts. */
export const listEntries = (reader: Reader, acts: readonly string[]): string[] =>
  reader
    .select({ entry: auditEntries.entry })
    .from(auditEntries)
    .where(inArray(auditEntries.act, [...acts]))
    .orderBy(asc(auditEntries.seq))
    .all()
    .map((row) => row.entry)

export const findEntryHash = (reader: Reader, seq: number): string | undefined =>
  reader.select({ hash: auditEntries.hash }).from(auditEntries).where(eq(auditEntries.seq, seq)).get()?.hash

/** Intakes that name an original which is not there. */
export const listIntakesWithoutOriginal = (reader: Reader): string[] =>
  reader
    .select({ id: intakes.id })
    .from(intakes)
    .where(
      and(
        isNotNull(intakes.originalSha256),
        notExists(reader.select().from(originals).where(eq(originals.sha256, intakes.originalSha256))),
      ),
    )
    .all()
    .map((row) => row.id)

/** Intakes of a message that is not there. */
export const listIntakesWithoutMessage = (reader: Reader): string[] =>
  reader
    .select({ id: intakes.id })
    .from(intakes)
    .where(
      and(
        isNotNull(intakes.messageId),
        notExists(reader.select().from(messages).where(eq(messages.id, intakes.messageId))),
      ),
    )
    .all()
    .map((row) => row.id)

/** Messages whose original is not there. */
export const listMessagesWithoutOriginal = (reader: Reader): string[] =>
  reader
    .select({ id: messages.id })
    .from(messages)
    .where(notExists(reader.select().from(originals).where(eq(originals.sha256, messages.originalSha256))))
    .all()
    .map((row) => row.id)

/**
 * Where the database contradicts itself, in SQLite's words, which name tables and indexes and no content: what a page does that
 * is genuine but of another time. Reads everything.
 */
export const listContradictions = (reader: Reader): string[] =>
  reader
    .all<{ found: string }>(
      sql`select integrity_check as found from pragma_integrity_check where integrity_check <> 'ok'`,
    )
    .map(({ found }) => found)
