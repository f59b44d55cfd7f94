import { and, eq, exists, type SQL, sql } from 'drizzle-orm'
import { messagePeople, messages } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import { isMailboxOfSql, type Mailboxes } from '../cases/index.ts'

/** Whether a mailbox of this side stands among the senders of the message in hand. */
export const isSentBySql = (reader: Reader, mailboxes: Mailboxes): SQL =>
  exists(
    reader
      .select({ one: sql`1` })
      .from(messagePeople)
      .where(
        and(
          eq(messagePeople.messageId, messages.id),
          eq(messagePeople.role, 'from'),
          isMailboxOfSql(sql`lower(${messagePeople.address})`, mailboxes),
        ),
      ),
  )
