import { and, inArray, not, or, type SQL, sql } from 'drizzle-orm'
import type { Mailboxes } from './mailbox-match.ts'

/** `isMailboxOf` for the database: whether an address, already in lower case, belongs to a side. */
export function isMailboxOfSql(address: SQL, { patterns, others }: Mailboxes): SQL {
  const endsIn = (end: string) => sql`substr(${address}, ${-[...end].length}) = ${end}`
  const exact = patterns.filter((pattern) => pattern.includes('@'))
  const domains = patterns.filter((pattern) => !pattern.includes('@'))
  const byDomain = or(...domains.flatMap((domain) => [endsIn(`@${domain}`), endsIn(`.${domain}`)]))
  const known = or(
    exact.length > 0 ? inArray(address, exact) : undefined,
    byDomain && and(byDomain, others.length > 0 ? not(inArray(address, [...others])) : undefined),
  )
  return known ?? sql`false`
}
