import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import {
  attachments,
  attachmentTexts,
  messagePeople,
  messages,
  searchIndex,
} from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'
import { indexMessage } from './index-message.ts'
import { messageHashOf } from './message-hash.ts'
import { findFirstOfHash } from './messages-store.ts'
import { SEARCH_VERSION, toSearchText } from './search-text.ts'

type IndexState = typeof searchIndex.$inferSelect

/** How far the indexes are; begins anew where they were made in another way. */
export function readIndexState(writer: Writer): IndexState {
  const state = writer.select().from(searchIndex).get()
  if (state?.version === SEARCH_VERSION) return state
  const fresh = {
    version: SEARCH_VERSION,
    messageRow: 0,
    messageEnd: lastRow(writer, messages),
    textRow: 0,
    textEnd: lastRow(writer, attachmentTexts),
  }
  writer.delete(searchIndex).run()
  writer.insert(searchIndex).values(fresh).run()
  return fresh
}

const lastRow = (reader: Reader, table: typeof messages | typeof attachmentTexts): number =>
  reader
    .select({ last: sql<number | null>`max(${table.row})` })
    .from(table)
    .get()?.last ?? 0

/** One transaction takes at most so much, that the program is free again within 50 ms. */
const SLICE_ROWS = 12
const SLICE_LENGTH = 100_000

/** Indexes the next few messages anew, and hashes those that have no hash yet; gives the last row done, null where none is left. */
export function indexMessages(writer: Writer, { messageRow, messageEnd }: IndexState): number | null {
  const rows = writer
    .select({
      row: messages.row,
      id: messages.id,
      caseId: messages.caseId,
      subject: messages.subject,
      messageId: messages.messageId,
      text: messages.text,
      mih: messages.mih,
      unreadable: messages.unreadable,
    })
    .from(messages)
    .where(and(gt(messages.row, messageRow), lte(messages.row, messageEnd)))
    .orderBy(asc(messages.row))
    .limit(SLICE_ROWS)
    .all()
  const taken = firstOf(rows)
  const ids = taken.map(({ id }) => id)
  const named = writer.select().from(messagePeople).where(inArray(messagePeople.messageId, ids)).all()
  const attached = writer.select().from(attachments).where(inArray(attachments.messageId, ids)).all()
  const people = Map.groupBy(named, ({ messageId }) => messageId)
  const files = Map.groupBy(attached, ({ messageId }) => messageId)
  for (const message of taken) {
    if (message.messageId !== null && message.mih === null)
      addHash(writer, message.id, message.caseId, message.messageId)
    if (message.unreadable !== null) continue
    writer.run(sql`delete from message_search where rowid = ${message.row}`)
    indexMessage(writer, message.row, {
      ...message,
      people: people.get(message.id) ?? [],
      attachments: files.get(message.id) ?? [],
    })
  }
  return keepPlace(writer, 'messageRow', taken)
}

function addHash(writer: Writer, id: string, caseId: string, messageId: string): void {
  const mih = messageHashOf(messageId)
  const copyOf = findFirstOfHash(writer, caseId, mih) ?? null
  writer.update(messages).set({ mih, copyOf }).where(eq(messages.id, id)).run()
}

/** Indexes the next few texts of attachments anew; gives the last row done, null where none is left. */
export function indexTexts(writer: Writer, { textRow, textEnd }: IndexState): number | null {
  const rows = writer
    .select({ row: attachmentTexts.row, text: attachmentTexts.text })
    .from(attachmentTexts)
    .where(and(gt(attachmentTexts.row, textRow), lte(attachmentTexts.row, textEnd)))
    .orderBy(asc(attachmentTexts.row))
    .limit(SLICE_ROWS)
    .all()
  const taken = firstOf(rows)
  for (const { row, text } of taken) {
    writer.run(sql`delete from attachment_search where rowid = ${row}`)
    if (text !== '')
      writer.run(sql`insert into attachment_search (rowid, text) values (${row}, ${toSearchText(text)})`)
  }
  return keepPlace(writer, 'textRow', taken)
}

function keepPlace(
  writer: Writer,
  column: 'messageRow' | 'textRow',
  taken: readonly { row: number }[],
): number | null {
  const last = taken.at(-1)
  if (!last) return null
  writer
    .update(searchIndex)
    .set({ [column]: last.row })
    .run()
  return last.row
}

/** As many rows as one transaction should take; one at least. */
function firstOf<T extends { text: string }>(rows: readonly T[]): T[] {
  let length = 0
  const beyond = rows.findIndex(({ text }, at) => {
    length += text.length
    return at > 0 && length > SLICE_LENGTH
  })
  return rows.slice(0, beyond < 0 ? rows.length : beyond)
}
