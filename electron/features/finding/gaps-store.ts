import { setImmediate } from 'node:timers/promises'
import type { Gap } from '@bridge/model/finding.ts'
import { and, asc, gt, isNull, sql } from 'drizzle-orm'
import { messages } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import { listMessageRefs } from '../evidence/index.ts'
import { listKnown, listLinks } from './thread-store.ts'

const SLICE = 500
const GAPS_AT_MOST = 1_000
const REPLIES_AT_MOST = 20

/** Looks through all messages of a case for such as answer one that is not there; lets other calls through meanwhile. */
export async function listGaps(
  reader: Reader,
  caseId: string,
): Promise<{ gaps: Gap[]; gapCount: number; replyCount: number }> {
  const replies = new Map<string, string[]>()
  let replyCount = 0
  for (let last: number | null = 0; last !== null; ) {
    const ids = nextIds(reader, caseId, last)
    const links = listLinks(
      reader,
      ids.map(({ id }) => id),
    )
    const known = listKnown(reader, caseId, links)
    const seen = new Set<string>()
    for (const { messageId, target } of links) {
      if (seen.has(messageId)) continue
      seen.add(messageId)
      if (known.has(target)) continue
      replyCount += 1
      replies.set(target, [...(replies.get(target) ?? []), messageId])
    }
    last = ids.at(-1)?.row ?? null
    await setImmediate()
  }
  const shown = [...replies].slice(0, GAPS_AT_MOST)
  const refs = listMessageRefs(
    reader,
    shown.flatMap(([, ids]) => ids.slice(0, REPLIES_AT_MOST)),
  )
  const gaps = shown.map(([headerMessageId, ids]) => ({
    headerMessageId,
    replies: ids.slice(0, REPLIES_AT_MOST).flatMap((id) => refs.get(id) ?? []),
  }))
  return { gaps, gapCount: replies.size, replyCount }
}

/** The plus keeps SQLite from walking the index by time, and sorting: rows come in the order they were taken in. */
const nextIds = (reader: Reader, caseId: string, after: number): { row: number; id: string }[] =>
  reader
    .select({ row: messages.row, id: messages.id })
    .from(messages)
    .where(
      and(
        sql`+${messages.caseId} = ${caseId}`,
        gt(messages.row, after),
        isNull(messages.copyOf),
        isNull(messages.withdrawnAt),
      ),
    )
    .orderBy(asc(messages.row))
    .limit(SLICE)
    .all()
