import type { SpeakerSide } from '@bridge/model/chat.ts'
import { and, eq, exists, inArray, type SQL, sql } from 'drizzle-orm'
import { chatSpeakers, messagePeople, messages } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'

const speaksIn = and(
  eq(messagePeople.messageId, messages.id),
  eq(messagePeople.role, 'from'),
  eq(chatSpeakers.threadId, messages.threadId),
  eq(chatSpeakers.name, messagePeople.name),
)

/** Whether somebody of that side said the line of a chat in hand: an account has no domain to know it by. */
export const isSpokenBySql = (reader: Reader, side: SpeakerSide): SQL =>
  exists(
    reader
      .select({ one: sql`1` })
      .from(messagePeople)
      .innerJoin(chatSpeakers, and(speaksIn, eq(chatSpeakers.side, side))),
  )

/** For whom each of these lines was said; other messages are not among them. */
export function listChatSides(reader: Reader, messageIds: readonly string[]): Map<string, SpeakerSide> {
  const rows = reader
    .select({ id: messages.id, side: chatSpeakers.side })
    .from(messages)
    .innerJoin(messagePeople, eq(messagePeople.messageId, messages.id))
    .innerJoin(chatSpeakers, speaksIn)
    .where(and(inArray(messages.id, [...messageIds]), eq(messages.form, 'chat')))
    .all()
  return new Map(rows.map(({ id, side }) => [id, side]))
}
