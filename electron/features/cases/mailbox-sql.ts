import { or, type SQL, sql } from 'drizzle-orm'

/** `isMailboxOf` for the database: whether an address, already in lower case, belongs to one of the patterns. */
export function isMailboxOfSql(address: SQL, patterns: readonly string[]): SQL {
  const endsIn = (end: string) => sql`substr(${address}, ${-[...end].length}) = ${end}`
  const known = patterns.map((pattern) =>
    pattern.includes('@') ? sql`${address} = ${pattern}` : or(endsIn(`@${pattern}`), endsIn(`.${pattern}`)),
  )
  return or(...known) ?? sql`false`
}
