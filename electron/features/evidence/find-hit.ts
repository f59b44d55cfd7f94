import type { Hit, HitWhere } from '@bridge/model/finding.ts'
import { and, asc, eq, sql } from 'drizzle-orm'
import { attachments, attachmentTexts, messagePeople, messages } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import { findPlaces, type Place } from './find-places.ts'
import { INDEXED_LENGTH } from './index-message.ts'
import { type SearchQuery, toExpression } from './search-query.ts'

/** Few enough that the hit is seen in a narrow list. */
const BEFORE = 14
const AFTER = 160

/** A long list of long texts would hold the program up: the rows behind so many characters show how they begin instead. */
const READ_AT_MOST = 3_000_000

/** The first hit in each of these messages: in the subject, the text, the people, the names of files, the text of attachments. */
export function findHits(reader: Reader, ids: readonly string[], query: SearchQuery): Map<string, Hit> {
  const hits = new Map<string, Hit>()
  let read = 0
  for (const id of ids) {
    if (read > READ_AT_MOST) break
    for (const { where, fileName = '', text } of textsOf(reader, id, query)) {
      read += text.length
      const [place] = findPlaces(text, query, 1)
      if (!place) continue
      hits.set(id, cutHit(where, fileName, text, place))
      break
    }
  }
  return hits
}

function* textsOf(
  reader: Reader,
  messageId: string,
  query: SearchQuery,
): Generator<{ where: HitWhere; fileName?: string; text: string }> {
  const message = reader
    .select({
      subject: messages.subject,
      text: sql<string>`substr(${messages.text}, 1, ${INDEXED_LENGTH})`,
      messageId: messages.messageId,
    })
    .from(messages)
    .where(eq(messages.id, messageId))
    .get()
  if (!message) return
  yield { where: 'subject', text: message.subject }
  yield { where: 'body', text: message.text }
  const people = reader.select().from(messagePeople).where(eq(messagePeople.messageId, messageId)).all()
  for (const { name, address } of people) yield { where: 'header', text: `${name} <${address}>` }
  yield { where: 'header', text: message.messageId ?? '' }
  const files = reader.select().from(attachments).where(eq(attachments.messageId, messageId)).all()
  for (const { fileName } of files) yield { where: 'file', text: fileName }
  for (const { position, text } of listTextsWith(reader, messageId, query))
    yield {
      where: 'attachment',
      fileName: files.find((file) => file.position === position)?.fileName ?? '',
      text,
    }
}

/** Pieces of the text of attachments that hold something of what is looked for, in their order. */
export function listTextsWith(reader: Reader, messageId: string, query: SearchQuery) {
  const expression = query.groups.flat().map(toExpression).join(' OR ')
  return reader
    .select({ position: attachmentTexts.position, piece: attachmentTexts.piece, text: attachmentTexts.text })
    .from(attachmentTexts)
    .where(
      and(
        eq(attachmentTexts.messageId, messageId),
        sql`${attachmentTexts.row} in (select rowid from attachment_search where attachment_search match ${expression})`,
      ),
    )
    .orderBy(asc(attachmentTexts.position), asc(attachmentTexts.piece))
    .all()
}

/** A hit with the words around it on one line; no character is cut in two. */
export function cutHit(where: HitWhere, fileName: string, text: string, { start, end }: Place): Hit {
  const line = (piece: string): string => piece.replace(/\s+/gu, ' ')
  const before = [...line(text.slice(Math.max(0, start - BEFORE * 2), start))]
  const after = [...line(text.slice(end, end + AFTER * 2))]
  return {
    where,
    fileName,
    before: before.slice(-BEFORE).join('').trimStart(),
    match: line(text.slice(start, end)).slice(0, AFTER),
    after: after.slice(0, AFTER).join('').trimEnd(),
  }
}
