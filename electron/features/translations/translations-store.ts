import type { Translation, TranslationDraft } from '@bridge/model/translation.ts'
import { asc, eq, inArray } from 'drizzle-orm'
import { translations } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

type StoredTranslation = typeof translations.$inferSelect

const ofMessages = (reader: Reader, messageIds: readonly string[]) =>
  reader
    .select()
    .from(translations)
    .where(inArray(translations.messageId, [...messageIds]))
    .orderBy(asc(translations.quoteStart), asc(translations.createdAt), asc(translations.id))

/** Of some messages: the whole first, then passages in the order they stand. */
export const listTranslationsOf = (reader: Reader, messageIds: readonly string[]): Translation[] =>
  ofMessages(reader, messageIds)
    .all()
    .map(({ caseId: _case, createdAt: _created, changedAt: _changed, ...translation }) => translation)

export const findTranslation = (reader: Reader, id: string): StoredTranslation | undefined =>
  reader.select().from(translations).where(eq(translations.id, id)).get()

export function addTranslation(writer: Writer, row: StoredTranslation): void {
  writer.insert(translations).values(row).run()
}

export function changeTranslation(writer: Writer, id: string, draft: TranslationDraft, at: string): void {
  writer
    .update(translations)
    .set({ ...draft, changedAt: at })
    .where(eq(translations.id, id))
    .run()
}

export function removeTranslation(writer: Writer, id: string): void {
  writer.delete(translations).where(eq(translations.id, id)).run()
}
