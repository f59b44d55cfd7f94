import { setImmediate } from 'node:timers/promises'
import type { FilterCounts, MessageFilter } from '@bridge/model/finding.ts'
import { and, count, countDistinct, desc, eq, type SQL, sql } from 'drizzle-orm'
import { messagePeople, messages } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import { answersSql, isFirstCopy, passesSql } from './filter-sql.ts'
import { readQuery } from './search-query.ts'

interface Asked {
  caseId: string
  search: string
  filter: MessageFilter
}

const PEOPLE_AT_MOST = 40

/** Counts each choice by itself, and lets other calls through between them. */
export async function countByFilter(
  reader: Reader,
  { caseId, search, filter }: Asked,
): Promise<FilterCounts> {
  const query = readQuery(search)
  const passing = (other: MessageFilter): SQL | undefined =>
    and(
      eq(messages.caseId, caseId),
      query ? answersSql(query) : undefined,
      passesSql(reader, caseId, other),
      other.copies ? undefined : isFirstCopy,
    )
  const countOf = async (change: MessageFilter): Promise<number> => {
    await setImmediate()
    return (
      reader
        .select({ n: count() })
        .from(messages)
        .where(passing({ ...filter, ...change }))
        .get()?.n ?? 0
    )
  }
  const grouped = async <T extends 'channel' | 'form'>(column: T) => {
    await setImmediate()
    const { [column]: _, ...others } = filter
    return reader
      .select({ value: messages[column], count: count() })
      .from(messages)
      .where(passing(others))
      .groupBy(messages[column])
      .orderBy(desc(count()))
      .all()
  }
  return {
    sides: {
      client: await countOf({ side: 'client' }),
      counterparty: await countOf({ side: 'counterparty' }),
    },
    channels: await grouped('channel'),
    forms: await grouped('form'),
    statements: {
      any: await countOf({ statements: 'any' }),
      confirmed: await countOf({ statements: 'confirmed' }),
      unconfirmed: await countOf({ statements: 'unconfirmed' }),
    },
    exhibits: { in: await countOf({ exhibit: 'in' }), out: await countOf({ exhibit: 'out' }) },
    attachments: await countOf({ attachments: true }),
    unreadable: await countOf({ unreadable: true }),
    flagged: await countOf({ flagged: true }),
    copies: (await countOf({ copies: true })) - (await countOf({ copies: undefined })),
    people: listPeople(reader, passing({ ...filter, person: undefined })),
  }
}

const listPeople = (reader: Reader, passing: SQL | undefined): FilterCounts['people'] =>
  reader
    .select({
      address: sql<string>`lower(${messagePeople.address})`,
      name: sql<string>`max(${messagePeople.name})`,
      count: countDistinct(messagePeople.messageId),
    })
    .from(messages)
    .innerJoin(messagePeople, eq(messagePeople.messageId, messages.id))
    .where(and(passing, sql`${messagePeople.address} <> ''`))
    .groupBy(sql`lower(${messagePeople.address})`)
    .orderBy(desc(countDistinct(messagePeople.messageId)))
    .limit(PEOPLE_AT_MOST)
    .all()
