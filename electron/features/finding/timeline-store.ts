import type { TimelineItem } from '@bridge/model/finding.ts'
import type { MessageForm } from '@bridge/model/message.ts'
import { and, count, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { messages, statements } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import { listMessageRefs } from '../evidence/index.ts'

export interface TimelinePage {
  caseId: string
  offset: number
  limit: number
}

const TEXT_CHARACTERS = 200

/** Midnight of a day in Beijing, and the day in Beijing of an instant; at the ends of the calendar, its first and last day. */
const startOf = (day: unknown): SQL =>
  sql`max('0000-01-01T00:00:00Z', strftime('%Y-%m-%dT16:00:00Z', ${day}, '-1 day'))`
const dayOf = (at: SQL): SQL => sql`coalesce(date(${at}, '+8 hours'), '9999-12-31')`
const LAST_MS = Date.parse('9999-12-31T23:59:59Z')
const dayIn = (at: string): string =>
  new Date(Math.min(Date.parse(at) + 8 * 3_600_000, LAST_MS)).toISOString().slice(0, 10)

/**
 * What has a date: each message once, whatever copies there are; statements typed in, at the beginning of their day; the days they
 * were asked about. Each part comes in order from its index, and SQLite merges them without sorting the messages.
 */
const datedOf = (caseId: string): SQL => sql`
  select sent_at as at, 0 as part, row as place, id as id from messages
    where case_id = ${caseId} and sent_at is not null and copy_of is null and withdrawn_at is null
  union all select ${startOf(sql`said_on`)}, 1, rowid, id from statements
    where case_id = ${caseId} and said_on is not null and message_id is null
  union all select ${startOf(sql`asked_on`)}, 2, rowid, id from statements
    where case_id = ${caseId} and asked_on is not null`

interface Dated {
  at: string
  part: 0 | 1 | 2
  id: string
  day: string
}

export function listTimeline(reader: Reader, { caseId, offset, limit }: TimelinePage) {
  const dated = reader.all<Omit<Dated, 'day'>>(
    sql`${datedOf(caseId)} order by at, place limit ${limit} offset ${offset}`,
  )
  const total = reader.get<{ n: number }>(sql`select count(*) as n from (${datedOf(caseId)})`)?.n ?? 0
  return { items: describe(reader, dated), total, undated: countUndated(reader, caseId) }
}

export const listDays = (reader: Reader, caseId: string): { day: string; count: number }[] =>
  reader.all(
    sql`select ${dayOf(sql`at`)} as day, count(*) as count from (${datedOf(caseId)}) group by 1 order by 1`,
  )

function describe(reader: Reader, dated: readonly Omit<Dated, 'day'>[]): TimelineItem[] {
  const idsOf = (wanted: boolean): string[] =>
    dated.filter(({ part }) => (part === 0) === wanted).map(({ id }) => id)
  const refs = listMessageRefs(reader, idsOf(true))
  const facts = new Map(
    reader
      .select({ id: messages.id, form: messages.form, channel: messages.channel, text: textStart })
      .from(messages)
      .where(inArray(messages.id, idsOf(true)))
      .all()
      .map((row) => [row.id, row]),
  )
  const said = new Map(
    reader
      .select()
      .from(statements)
      .where(inArray(statements.id, idsOf(false)))
      .all()
      .map((row) => [row.id, row]),
  )
  return dated.flatMap(({ at, part, id }): TimelineItem[] => {
    const day = dayIn(at)
    const [ref, fact, statement] = [refs.get(id), facts.get(id), said.get(id)]
    if (part === 0 && ref && fact)
      return [
        {
          ...{ kind: fact.form, id, at, day, zoneMinutes: ref.sentZoneMinutes, channel: fact.channel },
          who: ref.fromName || ref.fromAddress,
          text: fact.form === 'chat' || ref.subject === '' ? fact.text : ref.subject,
        },
      ]
    if (!statement) return []
    const kind = part === 1 ? 'statement' : 'asked'
    const { channel, speaker: who, quote } = statement
    return [{ kind, id, at, day, zoneMinutes: null, channel, who, text: quote.slice(0, TEXT_CHARACTERS) }]
  })
}

const textStart = sql<string>`substr(${messages.text}, 1, ${TEXT_CHARACTERS})`

function countUndated(reader: Reader, caseId: string): Record<MessageForm | 'statement', number> {
  const rows = reader
    .select({ form: messages.form, n: count() })
    .from(messages)
    .where(
      and(
        eq(messages.caseId, caseId),
        isNull(messages.sentAt),
        isNull(messages.copyOf),
        isNull(messages.withdrawnAt),
      ),
    )
    .groupBy(messages.form)
    .all()
  const typed = reader
    .select({ n: count() })
    .from(statements)
    .where(and(eq(statements.caseId, caseId), isNull(statements.saidOn), isNull(statements.messageId)))
    .get()
  const undated = { mail: 0, chat: 0, document: 0, statement: typed?.n ?? 0 }
  for (const { form, n } of rows) undated[form] = n
  return undated
}
