import { eq } from 'drizzle-orm'
import { unfinishedExports } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

export type UnfinishedExport = typeof unfinishedExports.$inferSelect

export const listUnfinished = (reader: Reader): UnfinishedExport[] =>
  reader.select().from(unfinishedExports).all()

export function addUnfinished(writer: Writer, row: UnfinishedExport): void {
  writer.insert(unfinishedExports).values(row).run()
}

export function removeUnfinished(writer: Writer, exportId: string): void {
  writer.delete(unfinishedExports).where(eq(unfinishedExports.id, exportId)).run()
}
