import type { Channel } from '@bridge/model/channel.ts'
import {
  and,
  asc,
  between,
  count,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { messagePeople, messages, threads } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'

export interface LineRow {
  messageId: string
  threadId: string
  row: number
  at: string | null
  zoneMinutes: number | null
  raw: string | null
  text: string
  warnings: string
  originalSha256: string
  speaker: string | null
  account: string | null
}

const lines = (reader: Reader) =>
  reader
    .select({
      messageId: messages.id,
      threadId: messages.threadId,
      row: messages.row,
      at: messages.sentAt,
      zoneMinutes: messages.sentZoneMinutes,
      raw: messages.sentRaw,
      text: messages.text,
      warnings: messages.warnings,
      originalSha256: messages.originalSha256,
      speaker: messagePeople.name,
      account: messagePeople.address,
    })
    .from(messages)
    .leftJoin(
      messagePeople,
      and(
        eq(messagePeople.messageId, messages.id),
        eq(messagePeople.role, 'from'),
        eq(messagePeople.position, 0),
      ),
    )

const standing = (threadId: string, where?: SQL) =>
  and(eq(messages.threadId, threadId), eq(messages.form, 'chat'), isNull(messages.withdrawnAt), where)

/** Lines by time and, within a moment, as they came; those without a time stand first, as the export has them. */
export function listLines(
  reader: Reader,
  threadId: string,
  page: { offset: number; limit: number },
  where?: SQL,
): LineRow[] {
  return lines(reader)
    .where(standing(threadId, where))
    .orderBy(asc(messages.sentAt), asc(messages.row))
    .limit(page.limit)
    .offset(page.offset)
    .all()
}

export const countLines = (reader: Reader, threadId: string): number =>
  reader.select({ n: count() }).from(messages).where(standing(threadId)).get()?.n ?? 0

export const countWithdrawn = (reader: Reader, where: SQL | undefined): number =>
  reader
    .select({ n: count() })
    .from(messages)
    .where(and(eq(messages.form, 'chat'), isNotNull(messages.withdrawnAt), where))
    .get()?.n ?? 0

/** How many lines of its conversation stand before a line. */
export function placeOf(
  reader: Reader,
  threadId: string,
  line: { sentAt: string | null; row: number },
): number {
  const { sentAt, row } = line
  const same = sentAt === null ? isNull(messages.sentAt) : eq(messages.sentAt, sentAt)
  const earlier = sentAt === null ? undefined : or(isNull(messages.sentAt), lt(messages.sentAt, sentAt))
  const before = or(earlier, and(same, lt(messages.row, row)))
  return reader.select({ n: count() }).from(messages).where(standing(threadId, before)).get()?.n ?? 0
}

export interface ConversationRow {
  threadId: string
  title: string
  channel: Channel
  lineCount: number
}

/** Conversations of a case, the latest first; `threadIds` narrows them. */
export function listConversations(reader: Reader, where: SQL | undefined): ConversationRow[] {
  return reader
    .select({
      threadId: threads.id,
      title: sql<string>`min(${messages.subject})`,
      channel: messages.channel,
      lineCount: count(),
    })
    .from(threads)
    .innerJoin(messages, and(eq(messages.threadId, threads.id), isNull(messages.withdrawnAt)))
    .where(and(isNotNull(threads.conversation), where))
    .groupBy(threads.id)
    .orderBy(sql`${threads.latestAt} desc`)
    .all()
}

export const inThread = (threadId: string): SQL => eq(threads.id, threadId)
export const inCase = (caseId: string): SQL => eq(threads.caseId, caseId)

/** Lines typed off a picture. */
export const listLinesOfOriginal = (reader: Reader, caseId: string, originalSha256: string): LineRow[] =>
  lines(reader)
    .where(and(ofPicture(caseId, originalSha256), isNull(messages.withdrawnAt)))
    .orderBy(asc(messages.sentAt), asc(messages.row))
    .all()

export const ofPicture = (caseId: string, originalSha256: string) =>
  and(eq(messages.caseId, caseId), eq(messages.originalSha256, originalSha256), eq(messages.form, 'chat'))

const NEAR_ROWS = 50
const DAY_MS = 86_400_000

/**
 * The chosen lines of a conversation with all others of the same days, as the clock of the chat counted them: nothing is picked out
 * of a day. Around a line without a time, the nearest as they came.
 */
export function listLinesAround(reader: Reader, threadId: string, chosen: readonly string[]): LineRow[] {
  const picked = lines(reader)
    .where(standing(threadId, inArray(messages.id, [...chosen])))
    .all()
  const near = picked.map(({ at, zoneMinutes, row }) => {
    if (at === null)
      return and(isNull(messages.sentAt), between(messages.row, row - NEAR_ROWS, row + NEAR_ROWS))
    const shift = (zoneMinutes ?? 0) * 60_000
    const midnight = Math.floor((Date.parse(at) + shift) / DAY_MS) * DAY_MS - shift
    return and(gte(messages.sentAt, instant(midnight)), lt(messages.sentAt, instant(midnight + DAY_MS)))
  })
  return lines(reader)
    .where(standing(threadId, or(...near)))
    .orderBy(asc(messages.sentAt), asc(messages.row))
    .all()
}

const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`
