import type { IntakeLine } from '@bridge/model/evidence.ts'
import type { ReadingWarning } from '@bridge/model/message.ts'
import { and, eq, or, sql } from 'drizzle-orm'
import { messages } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import { listIntakesOfMessages } from './intakes-store.ts'

const TRANSCRIBED: ReadingWarning = 'TRANSCRIBED'

/**
 * The custody of a message's bytes, first line first. Custody speaks of bytes: another reading in another charset has that of the
 * first, and what came in again later is said of whichever reading stood then. A line that was typed off a picture has the picture's.
 */
export function listCustodyOf(reader: Reader, messageId: string): IntakeLine[] {
  const message = reader.select().from(messages).where(eq(messages.id, messageId)).get()
  if (!message) return []
  const { caseId, originalSha256, warnings } = message
  const root = message.readingOf ?? messageId
  const same = warnings.split(',').includes(TRANSCRIBED)
    ? eq(messages.form, 'document')
    : or(eq(messages.id, root), eq(messages.readingOf, root))
  const rows = reader
    .select({ id: messages.id })
    .from(messages)
    // The plus keeps SQLite to the few rows of the original.
    .where(and(eq(messages.originalSha256, originalSha256), sql`+${messages.caseId} = ${caseId}`, same))
    .all()
  return listIntakesOfMessages(
    reader,
    rows.map(({ id }) => id),
  )
}
