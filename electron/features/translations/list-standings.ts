import type { PieceStanding } from '@bridge/model/translation.ts'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { attachments, attachmentTexts, messages } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import { standingOf } from './standing.ts'
import { listTranslationsOf } from './translations-store.ts'

/** How each text of some messages stands before a court that needs Chinese: the message's own, then its files', what it shows in place left out. */
export function listStandings(reader: Reader, messageIds: readonly string[]): PieceStanding[] {
  const of = Map.groupBy(listTranslationsOf(reader, messageIds), (each) => each.messageId)
  const files = Map.groupBy(listFiles(reader, messageIds), (each) => each.messageId)
  const texts = listTexts(reader, messageIds)
  return messageIds.flatMap((messageId) => {
    const message = texts.get(messageId)
    if (!message) return []
    const { subject, text, form, unreadable } = message
    const translations = of.get(messageId) ?? []
    const own = translations.filter(({ partPath }) => partPath === null)
    const pieces = (files.get(messageId) ?? []).map(
      ({ partPath, fileName, said }): PieceStanding => ({
        ...{ messageId, subject, partPath, fileName },
        standing: standingOf(
          said,
          translations.filter((each) => each.partPath === partPath),
        ),
      }),
    )
    // A document says nothing beside its file.
    if (form === 'document') return pieces
    const said = unreadable === null ? `${subject}\n${text}` : null
    const standing = standingOf(said, own)
    return [{ messageId, subject, partPath: null, fileName: null, standing }, ...pieces]
  })
}

const listTexts = (reader: Reader, messageIds: readonly string[]) =>
  new Map(
    reader
      .select({
        id: messages.id,
        subject: messages.subject,
        text: messages.text,
        form: messages.form,
        unreadable: messages.unreadable,
      })
      .from(messages)
      .where(inArray(messages.id, [...messageIds]))
      .all()
      .map((row) => [row.id, row] as const),
  )

/** Files with what was read of them; null where nobody could, or has not yet. */
const listFiles = (reader: Reader, messageIds: readonly string[]) =>
  reader
    .select({
      messageId: attachments.messageId,
      partPath: attachments.partPath,
      fileName: attachments.fileName,
      said: sql<string | null>`group_concat(${attachmentTexts.text}, ' ')`,
    })
    .from(attachments)
    .leftJoin(
      attachmentTexts,
      and(
        eq(attachmentTexts.messageId, attachments.messageId),
        eq(attachmentTexts.position, attachments.position),
        eq(attachmentTexts.state, 'read'),
      ),
    )
    .where(and(inArray(attachments.messageId, [...messageIds]), eq(attachments.inline, false)))
    .groupBy(attachments.messageId, attachments.position)
    .orderBy(asc(attachments.messageId), asc(attachments.position))
    .all()
