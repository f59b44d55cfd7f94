import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { answers, exhibitItems, statements } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

export type StoredStatement = typeof statements.$inferSelect
export type StoredAnswer = typeof answers.$inferSelect

export const findStatement = (reader: Reader, statementId: string): StoredStatement | undefined =>
  reader.select().from(statements).where(eq(statements.id, statementId)).get()

/** In the order they were said; what has no date stands last. */
export function listStatements(reader: Reader, caseId: string): StoredStatement[] {
  return reader
    .select()
    .from(statements)
    .where(eq(statements.caseId, caseId))
    .orderBy(asc(statements.createdAt), asc(sql`${statements}.rowid`))
    .all()
    .sort((a, b) => (a.saidOn ?? '9999').localeCompare(b.saidOn ?? '9999'))
}

/** The lawyer's verdicts on each of these statements, oldest first. */
export function listAnswers(reader: Reader, statementIds: readonly string[]): StoredAnswer[] {
  return reader
    .select()
    .from(answers)
    .where(inArray(answers.statementId, [...statementIds]))
    .orderBy(asc(answers.decidedAt), asc(sql`${answers}.rowid`))
    .all()
}

export function addStatement(writer: Writer, row: typeof statements.$inferInsert): void {
  writer.insert(statements).values(row).run()
}

export function changeStatement(
  writer: Writer,
  statementId: string,
  change: Partial<Pick<StoredStatement, 'kind' | 'askedOn'>>,
): void {
  writer.update(statements).set(change).where(eq(statements.id, statementId)).run()
}

export function removeStatement(writer: Writer, statementId: string): void {
  writer.delete(statements).where(eq(statements.id, statementId)).run()
}

export const isInExhibit = (reader: Reader, statementId: string): boolean =>
  reader.select().from(exhibitItems).where(eq(exhibitItems.statementId, statementId)).get() !== undefined

export function setAnswer(writer: Writer, row: typeof answers.$inferInsert): void {
  const { verdict, quote, decidedAt } = row
  writer
    .insert(answers)
    .values(row)
    .onConflictDoUpdate({
      target: [answers.statementId, answers.messageId],
      set: { verdict, quote, decidedAt },
    })
    .run()
}

export function removeAnswer(writer: Writer, statementId: string, messageId: string): boolean {
  const key = and(eq(answers.statementId, statementId), eq(answers.messageId, messageId))
  return writer.delete(answers).where(key).run().changes > 0
}
