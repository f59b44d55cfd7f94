import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { messages } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

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
