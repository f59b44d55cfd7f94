import type { GroupWording } from '@bridge/model/exhibit.ts'
import { asc, eq } from 'drizzle-orm'
import { exhibitGroups } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

export interface StoredGroup {
  id: string
  setId: string
  wording: GroupWording
}

export function listGroups(reader: Reader, setId: string): StoredGroup[] {
  return reader
    .select()
    .from(exhibitGroups)
    .where(eq(exhibitGroups.setId, setId))
    .orderBy(asc(exhibitGroups.position))
    .all()
    .map(toGroup)
}

export function findGroup(reader: Reader, groupId: string): StoredGroup | undefined {
  const row = reader.select().from(exhibitGroups).where(eq(exhibitGroups.id, groupId)).get()
  return row && toGroup(row)
}

/** Writes the group without a place in the list; `placeGroups` gives it one. */
export function addGroup(writer: Writer, { id, setId, wording }: StoredGroup): void {
  writer
    .insert(exhibitGroups)
    .values({ id, setId, position: -1, ...columnsOf(wording) })
    .run()
}

export function changeGroup(writer: Writer, groupId: string, wording: GroupWording): void {
  writer.update(exhibitGroups).set(columnsOf(wording)).where(eq(exhibitGroups.id, groupId)).run()
}

/** Numbers the groups of a list from 0 in this order. */
export function placeGroups(writer: Writer, groupIds: readonly string[]): void {
  groupIds.forEach((id, position) => {
    writer.update(exhibitGroups).set({ position }).where(eq(exhibitGroups.id, id)).run()
  })
}

export function removeGroup(writer: Writer, groupId: string): void {
  writer.delete(exhibitGroups).where(eq(exhibitGroups.id, groupId)).run()
}

const columnsOf = ({ title, purpose }: GroupWording) => ({
  titleZh: title.zh,
  titleEn: title.en,
  purposeZh: purpose.zh,
  purposeEn: purpose.en,
})

function toGroup(row: typeof exhibitGroups.$inferSelect): StoredGroup {
  return {
    id: row.id,
    setId: row.setId,
    wording: {
      title: { zh: row.titleZh, en: row.titleEn },
      purpose: { zh: row.purposeZh, en: row.purposeEn },
    },
  }
}
