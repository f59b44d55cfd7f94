import { PERISHABLE_CHANNELS } from '@bridge/model/forum.ts'
import { and, asc, count, desc, eq, inArray, isNull, max, or } from 'drizzle-orm'
import { captures, messages, perishables, statements } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

export type StoredPerishable = typeof perishables.$inferSelect

export const listPerishables = (reader: Reader, caseId: string): StoredPerishable[] =>
  reader
    .select()
    .from(perishables)
    .where(eq(perishables.caseId, caseId))
    .orderBy(asc(perishables.addedAt), asc(perishables.id))
    .all()

export const findPerishable = (reader: Reader, id: string): StoredPerishable | undefined =>
  reader.select().from(perishables).where(eq(perishables.id, id)).get()

export function addPerishable(writer: Writer, row: typeof perishables.$inferInsert): void {
  writer.insert(perishables).values(row).run()
}

export function changePerishable(
  writer: Writer,
  id: string,
  change: Partial<Omit<StoredPerishable, 'id' | 'caseId' | 'addedAt'>>,
): void {
  writer.update(perishables).set(change).where(eq(perishables.id, id)).run()
}

export function removePerishable(writer: Writer, id: string): void {
  writer.delete(perishables).where(eq(perishables.id, id)).run()
}

const NEWEST = 100

/**
 * What of the case may hold such a place now: the newest line of each chat from one, and documents that show one, newest first. At
 * most a hundred.
 */
export function listCaptureIds(reader: Reader, caseId: string): string[] {
  const places = [...PERISHABLE_CHANNELS]
  const newest = max(messages.row)
  return reader
    .select({ id: messages.id, newest })
    .from(messages)
    .leftJoin(captures, eq(captures.messageId, messages.id))
    .where(
      and(
        eq(messages.caseId, caseId),
        isNull(messages.withdrawnAt),
        or(inArray(messages.channel, places), inArray(captures.channel, places)),
      ),
    )
    .groupBy(messages.threadId)
    .orderBy(desc(newest))
    .limit(NEWEST)
    .all()
    .map(({ id }) => id)
}

/** Statements noted from such a place whose words stand in no message of the case. */
export function countUncaptured(reader: Reader, caseId: string): number {
  const row = reader
    .select({ n: count() })
    .from(statements)
    .where(
      and(
        eq(statements.caseId, caseId),
        isNull(statements.messageId),
        inArray(statements.channel, [...PERISHABLE_CHANNELS]),
      ),
    )
    .get()
  return row?.n ?? 0
}
