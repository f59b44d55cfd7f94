import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import { messageLinks, messages } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import { listMessageRefs } from '../evidence/index.ts'
import type { Link, ThreadMessage } from './build-thread.ts'

/** More than anybody reads as one tree. */
const MESSAGES_AT_MOST = 500

/** The messages of a thread, oldest first, each once; what they answer; and which of that is in the case. */
export function listThread(reader: Reader, caseId: string, threadId: string) {
  const within = and(eq(messages.threadId, threadId), isNull(messages.copyOf), isNull(messages.withdrawnAt))
  const rows = reader
    .select({ id: messages.id, headerMessageId: messages.messageId })
    .from(messages)
    .where(within)
    .orderBy(asc(messages.sentAt), asc(messages.row))
    .limit(MESSAGES_AT_MOST)
    .all()
  const total = reader.select({ n: count() }).from(messages).where(within).get()?.n ?? 0
  const ids = rows.map(({ id }) => id)
  const refs = listMessageRefs(reader, ids)
  const links = listLinks(reader, ids)
  return {
    messages: rows.flatMap(({ id, headerMessageId }): ThreadMessage[] => {
      const message = refs.get(id)
      return message ? [{ message, headerMessageId }] : []
    }),
    total,
    links,
    known: listKnown(reader, caseId, links),
  }
}

/** What messages answer, nearest first of each: In-Reply-To, then References from the last back (RFC 5322 3.6.4). */
export function listLinks(reader: Reader, ids: readonly string[]): Link[] {
  const rows = reader
    .select()
    .from(messageLinks)
    .where(inArray(messageLinks.messageId, [...ids]))
    .orderBy(asc(messageLinks.position))
    .all()
  const replies = rows.filter(({ kind }) => kind === 'in-reply-to')
  const references = rows.filter(({ kind }) => kind === 'reference').reverse()
  return [...replies, ...references].map(({ messageId, target }) => ({ messageId, target }))
}

/** Which Message-IDs of these links are in the case. */
export function listKnown(reader: Reader, caseId: string, links: readonly Link[]): Set<string> {
  const known = new Set<string>()
  const targets = [...new Set(links.map(({ target }) => target))]
  for (let at = 0; at < targets.length; at += 500)
    for (const { id } of reader
      .select({ id: messages.messageId })
      .from(messages)
      .where(and(eq(messages.caseId, caseId), inArray(messages.messageId, targets.slice(at, at + 500))))
      .all())
      if (id !== null) known.add(id)
  return known
}
