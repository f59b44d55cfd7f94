import { and, eq } from 'drizzle-orm'
import { threads } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

/** The thread of a chat; `conversation` is unique in its case. */
export const findConversation = (reader: Reader, caseId: string, conversation: string): string | undefined =>
  reader
    .select({ id: threads.id })
    .from(threads)
    .where(and(eq(threads.caseId, caseId), eq(threads.conversation, conversation)))
    .get()?.id

export function addConversation(writer: Writer, thread: typeof threads.$inferInsert): void {
  writer.insert(threads).values(thread).run()
}
