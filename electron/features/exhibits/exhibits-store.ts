import { type ExhibitWording, exhibitWording } from '@bridge/model/exhibit.ts'
import { asc, eq, inArray } from 'drizzle-orm'
import { exhibitGroups, exhibitItems, exhibits } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

/** A message with its attachments, or a statement that was typed in. */
export type ItemKey = { messageId: string } | { statementId: string }

export interface StoredExhibit {
  id: string
  groupId: string
  wording: ExhibitWording
}

/** Every exhibit of a list, group by group in the order of `groupIds`. */
export function listExhibits(reader: Reader, groupIds: readonly string[]): StoredExhibit[][] {
  const rows = reader
    .select()
    .from(exhibits)
    .where(inArray(exhibits.groupId, [...groupIds]))
    .orderBy(asc(exhibits.position))
    .all()
  const byGroup = Map.groupBy(rows, (row) => row.groupId)
  return groupIds.map((groupId) => (byGroup.get(groupId) ?? []).map(toExhibit))
}

export function findExhibit(reader: Reader, exhibitId: string): StoredExhibit | undefined {
  const row = reader.select().from(exhibits).where(eq(exhibits.id, exhibitId)).get()
  return row && toExhibit(row)
}

export const listExhibitIds = (reader: Reader, groupId: string): string[] =>
  reader
    .select({ id: exhibits.id })
    .from(exhibits)
    .where(eq(exhibits.groupId, groupId))
    .orderBy(asc(exhibits.position))
    .all()
    .map((row) => row.id)

/** What each of these exhibits consists of, in order. */
export function listItems(reader: Reader, exhibitIds: readonly string[]): Map<string, ItemKey[]> {
  const rows = reader
    .select()
    .from(exhibitItems)
    .where(inArray(exhibitItems.exhibitId, [...exhibitIds]))
    .orderBy(asc(exhibitItems.position))
    .all()
  const items = new Map<string, ItemKey[]>()
  for (const { exhibitId, messageId, statementId } of rows) {
    const list = items.get(exhibitId) ?? []
    if (messageId !== null) list.push({ messageId })
    else if (statementId !== null) list.push({ statementId })
    items.set(exhibitId, list)
  }
  return items
}

/** The exhibits a message stands in, with the list each belongs to. */
export const listExhibitsOfMessage = (
  reader: Reader,
  messageId: string,
): { exhibitId: string; setId: string }[] =>
  reader
    .selectDistinct({ exhibitId: exhibits.id, setId: exhibitGroups.setId })
    .from(exhibitItems)
    .innerJoin(exhibits, eq(exhibits.id, exhibitItems.exhibitId))
    .innerJoin(exhibitGroups, eq(exhibitGroups.id, exhibits.groupId))
    .where(eq(exhibitItems.messageId, messageId))
    .all()

/** Writes the exhibit without a place in its group; `placeExhibits` gives it one. */
export function addExhibit(writer: Writer, exhibit: StoredExhibit, items: readonly ItemKey[]): void {
  const { id, groupId, wording } = exhibit
  writer
    .insert(exhibits)
    .values({ id, groupId, position: -1, ...columnsOf(wording) })
    .run()
  items.forEach((item, position) => {
    writer
      .insert(exhibitItems)
      .values({ exhibitId: id, position, ...item })
      .run()
  })
}

export function changeExhibit(writer: Writer, exhibitId: string, wording: ExhibitWording): void {
  writer.update(exhibits).set(columnsOf(wording)).where(eq(exhibits.id, exhibitId)).run()
}

/** Puts these exhibits into the group and numbers them from 0 in this order. */
export function placeExhibits(writer: Writer, groupId: string, exhibitIds: readonly string[]): void {
  exhibitIds.forEach((id, position) => {
    writer.update(exhibits).set({ groupId, position }).where(eq(exhibits.id, id)).run()
  })
}

export function removeExhibit(writer: Writer, exhibitId: string): void {
  writer.delete(exhibits).where(eq(exhibits.id, exhibitId)).run()
}

function columnsOf({ title, source, purpose, content, notes, ...plain }: ExhibitWording) {
  return {
    ...plain,
    titleZh: title.zh,
    titleEn: title.en,
    sourceZh: source.zh,
    sourceEn: source.en,
    purposeZh: purpose.zh,
    purposeEn: purpose.en,
    contentZh: content.zh,
    contentEn: content.en,
    notesZh: notes.zh,
    notesEn: notes.en,
  }
}

function toExhibit(row: typeof exhibits.$inferSelect): StoredExhibit {
  const wording = exhibitWording.parse({
    kind: row.kind,
    originality: row.originality,
    copies: row.copies,
    title: { zh: row.titleZh, en: row.titleEn },
    source: { zh: row.sourceZh, en: row.sourceEn },
    purpose: { zh: row.purposeZh, en: row.purposeEn },
    content: { zh: row.contentZh, en: row.contentEn },
    notes: { zh: row.notesZh, en: row.notesEn },
  })
  return { id: row.id, groupId: row.groupId, wording }
}
