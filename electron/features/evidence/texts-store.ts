import type { TextReason, TextState } from '@bridge/model/part-text.ts'
import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import { attachments, attachmentTexts, messages } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'
import { toSearchText } from './search-text.ts'

/** An attachment nobody has looked into yet. */
export interface UnreadAttachment {
  messageId: string
  position: number
  partPath: string
  fileName: string
  contentType: string
  isMessage: boolean
  originalSha256: string
  /** Whether the original is the file itself. */
  isDocument: boolean
}

/** The first piece is written last: with it all of the text is there. */
const firstPiece = and(
  eq(attachmentTexts.messageId, attachments.messageId),
  eq(attachmentTexts.position, attachments.position),
  eq(attachmentTexts.piece, 0),
)

/** The next attachments of a case without a row of text, message by message in the order they came in. */
export function listUnread(reader: Reader, caseId: string, limit: number): UnreadAttachment[] {
  return reader
    .select({
      messageId: attachments.messageId,
      position: attachments.position,
      partPath: attachments.partPath,
      fileName: attachments.fileName,
      contentType: attachments.contentType,
      isMessage: sql<boolean>`${attachments.nestedSubject} is not null`.mapWith(Boolean),
      originalSha256: messages.originalSha256,
      isDocument: sql<boolean>`${messages.form} = 'document'`.mapWith(Boolean),
    })
    .from(attachments)
    .innerJoin(messages, eq(messages.id, attachments.messageId))
    .leftJoin(attachmentTexts, firstPiece)
    .where(and(eq(messages.caseId, caseId), isNull(attachmentTexts.row)))
    .orderBy(asc(messages.row), asc(attachments.position))
    .limit(limit)
    .all()
}

export const countUnread = (reader: Reader, caseId: string): number =>
  reader
    .select({ n: count() })
    .from(attachments)
    .innerJoin(messages, eq(messages.id, attachments.messageId))
    .leftJoin(attachmentTexts, firstPiece)
    .where(and(eq(messages.caseId, caseId), isNull(attachmentTexts.row)))
    .get()?.n ?? 0

/** Cases that have attachments without a row of text. */
export const listCasesWithUnread = (reader: Reader): string[] =>
  reader
    .selectDistinct({ caseId: messages.caseId })
    .from(attachments)
    .innerJoin(messages, eq(messages.id, attachments.messageId))
    .leftJoin(attachmentTexts, firstPiece)
    .where(isNull(attachmentTexts.row))
    .all()
    .map(({ caseId }) => caseId)

const isSame = ({ messageId, position, piece }: Pick<TextPiece, 'messageId' | 'position' | 'piece'>) =>
  and(
    eq(attachmentTexts.messageId, messageId),
    eq(attachmentTexts.position, position),
    eq(attachmentTexts.piece, piece),
  )

/** One piece of what an attachment says. */
export interface TextPiece {
  messageId: string
  position: number
  piece: number
  state: TextState
  reason: TextReason | null
  text: string
}

/** Writes a piece and its search words; one that a crash left behind is there already. */
export function addTextPiece(writer: Writer, piece: TextPiece, readAt: string): void {
  if (writer.select({ row: attachmentTexts.row }).from(attachmentTexts).where(isSame(piece)).get()) return
  const { lastInsertRowid } = writer
    .insert(attachmentTexts)
    .values({ ...piece, readAt })
    .run()
  if (piece.text === '') return
  writer.run(
    sql`insert into attachment_search (rowid, text) values (${lastInsertRowid}, ${toSearchText(piece.text)})`,
  )
}
