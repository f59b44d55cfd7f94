import type { ImportReceipt, IntakeLine, IntakeOutcome, ReceiptLine } from '@bridge/model/evidence.ts'
import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { imports, intakes } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

export type NewIntake = typeof intakes.$inferInsert

export function addImport(writer: Writer, id: string, caseId: string, startedAt: string): void {
  writer.insert(imports).values({ id, caseId, startedAt }).run()
}

export function endImport(writer: Writer, id: string, endedAt: string, cancelled: boolean): void {
  writer.update(imports).set({ endedAt, cancelled }).where(eq(imports.id, id)).run()
}

export function addIntake(writer: Writer, intake: NewIntake): void {
  writer.insert(intakes).values(intake).run()
}

export const listIntakesOfMessage = (reader: Reader, messageId: string): IntakeLine[] =>
  listIntakesOfMessages(reader, [messageId])

export function listIntakesOfMessages(reader: Reader, messageIds: readonly string[]): IntakeLine[] {
  return reader
    .select()
    .from(intakes)
    .where(inArray(intakes.messageId, [...messageIds]))
    .orderBy(asc(intakes.takenAt), asc(intakes.position))
    .all()
    .map(toLine)
}

export function listReceiptLines(
  reader: Reader,
  page: { importId: string; outcome: IntakeOutcome | null; offset: number; limit: number },
): { lines: ReceiptLine[]; total: number } {
  const chosen = and(
    eq(intakes.importId, page.importId),
    page.outcome ? eq(intakes.outcome, page.outcome) : undefined,
  )
  const rows = reader
    .select()
    .from(intakes)
    .where(chosen)
    .orderBy(asc(intakes.position))
    .limit(page.limit)
    .offset(page.offset)
    .all()
  return {
    lines: rows.map((row) => ({ ...toLine(row), firstSource: firstSourceOf(reader, row) })),
    total: reader.select({ n: count() }).from(intakes).where(chosen).get()?.n ?? 0,
  }
}

/** As what a message that was known came in first; null for every other line. */
function firstSourceOf(reader: Reader, { outcome, messageId }: typeof intakes.$inferSelect): string | null {
  if (outcome !== 'known' || messageId === null) return null
  return listIntakesOfMessage(reader, messageId)[0]?.sourceName ?? null
}

export function listReceipts(reader: Reader, caseId: string): ImportReceipt[] {
  return reader
    .select()
    .from(imports)
    .where(eq(imports.caseId, caseId))
    .orderBy(desc(imports.startedAt), desc(sql`${imports}.rowid`))
    .all()
    .map((row) => toReceipt(reader, row))
}

export function findReceipt(reader: Reader, importId: string): ImportReceipt | undefined {
  const row = reader.select().from(imports).where(eq(imports.id, importId)).get()
  return row && toReceipt(reader, row)
}

function toReceipt(reader: Reader, row: typeof imports.$inferSelect): ImportReceipt {
  const counts = { stored: 0, known: 0, unreadable: 0, skipped: 0 }
  const rows = reader
    .select({ outcome: intakes.outcome, n: count() })
    .from(intakes)
    .where(eq(intakes.importId, row.id))
    .groupBy(intakes.outcome)
    .all()
  for (const { outcome, n } of rows) counts[outcome] = n
  return { id: row.id, startedAt: row.startedAt, endedAt: row.endedAt, cancelled: row.cancelled, counts }
}

const toLine = ({ position, ...line }: typeof intakes.$inferSelect): IntakeLine => line

/** The name of the file that an original first came into a case as; what another case calls it is not for this one. */
export const findSourceName = (reader: Reader, caseId: string, originalSha256: string): string | undefined =>
  reader
    .select({ sourceName: intakes.sourceName })
    .from(intakes)
    .innerJoin(imports, eq(imports.id, intakes.importId))
    .where(and(eq(imports.caseId, caseId), eq(intakes.originalSha256, originalSha256)))
    .orderBy(asc(intakes.takenAt))
    .limit(1)
    .get()?.sourceName
