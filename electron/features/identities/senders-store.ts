import type { Channel } from '@bridge/model/channel.ts'
import type { SpeakerSide } from '@bridge/model/chat.ts'
import { and, eq, inArray, isNull, like, sql } from 'drizzle-orm'
import { chatSpeakers, messagePeople, messages } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'

/** An address as the headers of a case show it. */
export interface SeenAddress {
  address: string
  /** The most frequent first. */
  names: string[]
  sentCount: number
  namedCount: number
  firstAt: string | null
  lastAt: string | null
  /** Row of the newest message it sent; null where it sent none. */
  newestRow: number | null
}

/** Every address that the headers of a case name, most frequent sender first. One pass over the people of the case. */
export function listSeenAddresses(reader: Reader, caseId: string): SeenAddress[] {
  const address = sql<string>`lower(${messagePeople.address})`
  const sent = sql<number>`${messagePeople.role} = 'from'`
  const rows = reader
    .select({
      address,
      name: messagePeople.name,
      sent,
      // A copy may name other addresses than the first; it was not sent once more.
      count: sql<number>`sum(${messages.copyOf} is null)`,
      firstAt: sql<string | null>`min(${messages.sentAt})`,
      lastAt: sql<string | null>`max(${messages.sentAt})`,
      newestRow: sql<number>`max(${messages.row})`,
    })
    .from(messagePeople)
    .innerJoin(messages, eq(messages.id, messagePeople.messageId))
    .where(
      and(
        eq(messages.caseId, caseId),
        eq(messages.form, 'mail'),
        isNull(messages.withdrawnAt),
        like(messagePeople.address, '%_@_%'),
      ),
    )
    .groupBy(address, messagePeople.name, sent)
    .all()
  return [...Map.groupBy(rows, (row) => row.address)]
    .map(([key, own]) => gather(key, own))
    .sort(
      (a, b) => b.sentCount - a.sentCount || b.namedCount - a.namedCount || (a.address < b.address ? -1 : 1),
    )
}

interface SeenRow extends Omit<SeenAddress, 'names' | 'sentCount' | 'namedCount' | 'newestRow'> {
  name: string
  sent: number
  count: number
  newestRow: number
}

function gather(address: string, rows: readonly SeenRow[]): SeenAddress {
  const sent = rows.filter((row) => row.sent === 1)
  const total = (of: readonly SeenRow[]): number => of.reduce((sum, { count }) => sum + count, 0)
  const times = rows.flatMap(({ firstAt, lastAt }) => [firstAt, lastAt].filter((at) => at !== null)).sort()
  const named = [...Map.groupBy(rows, ({ name }) => name)].map(([name, own]) => [name, total(own)] as const)
  return {
    address,
    names: named
      .filter(([name]) => name.trim() !== '')
      .sort((a, b) => b[1] - a[1])
      .map(([name]) => name),
    sentCount: total(sent),
    namedCount: total(rows) - total(sent),
    firstAt: times[0] ?? null,
    lastAt: times.at(-1) ?? null,
    newestRow: sent.length > 0 ? Math.max(...sent.map((row) => row.newestRow)) : null,
  }
}

export function listTexts(
  reader: Reader,
  rows: readonly number[],
): Map<number, { id: string; text: string }> {
  const found = reader
    .select({ row: messages.row, id: messages.id, text: messages.text })
    .from(messages)
    .where(inArray(messages.row, [...rows]))
    .all()
  return new Map(found.map((each) => [each.row, each]))
}

/** Somebody who speaks in a chat of the case. */
export interface SeenSpeaker {
  name: string
  account: string
  side: SpeakerSide
  channel: Channel
  count: number
  firstAt: string | null
  lastAt: string | null
}

export function listSeenSpeakers(reader: Reader, caseId: string): SeenSpeaker[] {
  return reader
    .select({
      name: chatSpeakers.name,
      account: chatSpeakers.account,
      side: chatSpeakers.side,
      channel: messages.channel,
      count: sql<number>`count(*)`,
      firstAt: sql<string | null>`min(${messages.sentAt})`,
      lastAt: sql<string | null>`max(${messages.sentAt})`,
    })
    .from(chatSpeakers)
    .innerJoin(messages, eq(messages.threadId, chatSpeakers.threadId))
    .innerJoin(
      messagePeople,
      and(
        eq(messagePeople.messageId, messages.id),
        eq(messagePeople.role, 'from'),
        eq(messagePeople.name, chatSpeakers.name),
      ),
    )
    .where(and(eq(messages.caseId, caseId), isNull(messages.withdrawnAt)))
    .groupBy(chatSpeakers.name, chatSpeakers.account, chatSpeakers.side, messages.channel)
    .all()
}
