import { integer, text } from 'drizzle-orm/sqlite-core'

/** A UUID that names the row. */
export const id = () => text('id').primaryKey()

/** An instant, ISO 8601 in UTC with milliseconds. */
export const instant = (name: string) => text(name)

/** A date without a time, `YYYY-MM-DD`. */
export const plainDate = (name: string) => text(name)

export const flag = (name: string) => integer(name, { mode: 'boolean' })

/** `CHECK` text that keeps a column inside a closed list; the list is ours, never a user's. */
export const oneOf = (column: string, values: readonly string[]) =>
  `"${column}" in (${values.map((value) => `'${value}'`).join(', ')})`
