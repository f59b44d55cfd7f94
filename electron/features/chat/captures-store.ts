import type { Capture, CaptureDraft } from '@bridge/model/capture.ts'
import { chatChannel } from '@bridge/model/chat.ts'
import { eq } from 'drizzle-orm'
import { captures, exhibitItems, messages, statements } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

export function findCapture(reader: Reader, messageId: string): Capture | undefined {
  const row = reader.select().from(captures).where(eq(captures.messageId, messageId)).get()
  if (!row) return undefined
  const { caseId: _, ...capture } = row
  return { ...capture, channel: chatChannel.parse(capture.channel) }
}

export function setCapture(
  writer: Writer,
  place: { messageId: string; caseId: string; changedAt: string },
  draft: CaptureDraft,
): void {
  const { changedAt } = place
  writer
    .insert(captures)
    .values({ ...place, ...draft })
    .onConflictDoUpdate({ target: captures.messageId, set: { ...draft, changedAt } })
    .run()
}

/** Whether a statement is marked in a line, or an exhibit shows it. */
export const isRestedOn = (reader: Reader, messageId: string): boolean =>
  reader.select().from(statements).where(eq(statements.messageId, messageId)).get() !== undefined ||
  reader.select().from(exhibitItems).where(eq(exhibitItems.messageId, messageId)).get() !== undefined

export function withdrawLine(writer: Writer, messageId: string, at: string): void {
  writer.update(messages).set({ withdrawnAt: at }).where(eq(messages.id, messageId)).run()
}
