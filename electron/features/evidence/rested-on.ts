import { eq, sql } from 'drizzle-orm'
import {
  agreements,
  answers,
  captures,
  exhibitItems,
  identityBases,
  scoreMarks,
  statements,
  translations,
} from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'

/** Whatever names a message and would lose its passage, its answer or its place with another reading or typing of it. */
const RESTING = [
  agreements,
  answers,
  captures,
  exhibitItems,
  identityBases,
  scoreMarks,
  statements,
  translations,
]

/** Whether something the lawyer made rests on the words of a message, so that they may not be replaced. */
export const isRestedOn = (reader: Reader, messageId: string): boolean =>
  RESTING.some(
    (table) =>
      reader.select({ one: sql`1` }).from(table).where(eq(table.messageId, messageId)).get() !== undefined,
  )
