import type { ChatReading, ChatSpeaker, SpeakerSide } from '@bridge/model/chat.ts'
import { chatFormat, dateOrder } from '@bridge/model/chat.ts'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { chatReadings, chatSpeakers, imports, intakes } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

export function addReading(writer: Writer, row: typeof chatReadings.$inferInsert): void {
  writer.insert(chatReadings).values(row).run()
}

export function listReadings(reader: Reader, threadId: string): ChatReading[] {
  return reader
    .select({ reading: chatReadings, takenAt: imports.startedAt })
    .from(chatReadings)
    .innerJoin(imports, eq(imports.id, chatReadings.importId))
    .where(eq(chatReadings.threadId, threadId))
    .orderBy(asc(imports.startedAt))
    .all()
    .map(({ reading: { threadId: _, columns: __, ...reading }, takenAt }) => ({
      ...reading,
      format: chatFormat.parse(reading.format),
      dateOrder: reading.dateOrder === '' ? null : dateOrder.parse(reading.dateOrder),
      takenAt,
    }))
}

/** How the lines of a file were read that stand in a conversation: a later reading of it changes none of them. */
export const findStoredReading = (
  reader: Reader,
  threadId: string,
  originalSha256: string,
): { zone: string | null } | undefined =>
  reader
    .select({ zone: chatReadings.zone })
    .from(chatReadings)
    .innerJoin(intakes, eq(intakes.importId, chatReadings.importId))
    .where(
      and(
        eq(chatReadings.threadId, threadId),
        eq(chatReadings.originalSha256, originalSha256),
        eq(intakes.outcome, 'stored'),
      ),
    )
    .orderBy(asc(intakes.takenAt))
    .limit(1)
    .get()

/** Says who speaks where nobody said it yet: another side is a change of its own, and an account only fills a gap. */
export function addSpeaker(writer: Writer, threadId: string, { name, account, side }: ChatSpeaker): void {
  writer
    .insert(chatSpeakers)
    .values({ threadId, name, account, side })
    .onConflictDoUpdate({
      target: [chatSpeakers.threadId, chatSpeakers.name],
      set: { account },
      setWhere: eq(chatSpeakers.account, ''),
    })
    .run()
}

/** False where nobody of that name speaks there. */
export function changeSide(writer: Writer, threadId: string, name: string, side: SpeakerSide): boolean {
  const key = and(eq(chatSpeakers.threadId, threadId), eq(chatSpeakers.name, name))
  return writer.update(chatSpeakers).set({ side }).where(key).run().changes > 0
}

export function listSpeakers(reader: Reader, threadIds: readonly string[]): Map<string, ChatSpeaker[]> {
  const rows = reader
    .select()
    .from(chatSpeakers)
    .where(inArray(chatSpeakers.threadId, [...threadIds]))
    .orderBy(asc(chatSpeakers.name))
    .all()
  const byThread = new Map<string, ChatSpeaker[]>()
  for (const { threadId, ...speaker } of rows)
    byThread.set(threadId, [...(byThread.get(threadId) ?? []), speaker])
  return byThread
}
