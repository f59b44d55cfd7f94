import type { Capture, CaptureDraft } from '@bridge/model/capture.ts'
import { chatChannel } from '@bridge/model/chat.ts'
import { eq } from 'drizzle-orm'
import { captures, messages } from '../../store/schema/index.ts'
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

export function withdrawLine(writer: Writer, messageId: string, at: string): void {
  writer.update(messages).set({ withdrawnAt: at }).where(eq(messages.id, messageId)).run()
}
