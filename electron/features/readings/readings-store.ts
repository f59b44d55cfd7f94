import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import {
  answers,
  captures,
  exhibitItems,
  identityBases,
  messages,
  statements,
  translations,
} from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

/** Whatever names a message and would lose its passage, its answer or its place with another reading of it. */
const RESTING = [answers, captures, exhibitItems, identityBases, statements, translations]

export const isRestedOn = (reader: Reader, messageId: string): boolean =>
  RESTING.some(
    (table) =>
      reader.select({ one: sql`1` }).from(table).where(eq(table.messageId, messageId)).get() !== undefined,
  )

/** Another message of the case that says, identifies and carries just the same, in this reading. */
export function hasTwin(
  reader: Reader,
  { caseId, messageId, fingerprint }: { caseId: string; messageId: string; fingerprint: string },
): boolean {
  const same = and(
    eq(messages.caseId, caseId),
    eq(messages.fingerprint, fingerprint),
    isNull(messages.withdrawnAt),
    ne(messages.id, messageId),
  )
  return reader.select({ one: sql`1` }).from(messages).where(same).get() !== undefined
}

export function withdraw(writer: Writer, messageId: string, at: string): void {
  writer.update(messages).set({ withdrawnAt: at }).where(eq(messages.id, messageId)).run()
}
