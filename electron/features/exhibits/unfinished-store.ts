import { eq } from 'drizzle-orm'
import { unfinishedExports } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

export type UnfinishedExport = typeof unfinishedExports.$inferSelect

export const listUnfinished = (reader: Reader): UnfinishedExport[] =>
  reader.select().from(unfinishedExports).all()

/** Remembers where an export is being written; once more for the same one changes its place. */
export function rememberUnfinished(writer: Writer, row: UnfinishedExport): void {
  const { location, draft } = row
  writer
    .insert(unfinishedExports)
    .values(row)
    .onConflictDoUpdate({ target: unfinishedExports.id, set: { location, draft } })
    .run()
}

export function removeUnfinished(writer: Writer, exportId: string): void {
  writer.delete(unfinishedExports).where(eq(unfinishedExports.id, exportId)).run()
}
