import { type ExhibitSettings, exhibitSettings } from '@bridge/model/exhibit.ts'
import { eq } from 'drizzle-orm'
import { exhibitSets } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

/** The exhibit list of a case; a case has one. */
export interface StoredSet {
  id: string
  caseId: string
  settings: ExhibitSettings
}

export function findSet(reader: Reader, caseId: string): StoredSet | undefined {
  const row = reader.select().from(exhibitSets).where(eq(exhibitSets.caseId, caseId)).get()
  return row && toSet(row)
}

export function findSetById(reader: Reader, setId: string): StoredSet | undefined {
  const row = reader.select().from(exhibitSets).where(eq(exhibitSets.id, setId)).get()
  return row && toSet(row)
}

export function addSet(writer: Writer, { id, caseId, settings }: StoredSet): void {
  writer
    .insert(exhibitSets)
    .values({ ...settings, id, caseId })
    .run()
}

export function changeSet(writer: Writer, setId: string, settings: ExhibitSettings): void {
  writer.update(exhibitSets).set(settings).where(eq(exhibitSets.id, setId)).run()
}

const toSet = (row: typeof exhibitSets.$inferSelect): StoredSet => ({
  id: row.id,
  caseId: row.caseId,
  settings: exhibitSettings.parse(row),
})
