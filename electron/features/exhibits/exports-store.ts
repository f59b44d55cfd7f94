import { basename } from 'node:path'
import type { ExportRecord } from '@bridge/model/exhibit.ts'
import { exportRecord } from '@bridge/model/exhibit.ts'
import { desc, eq } from 'drizzle-orm'
import { exports } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

export function addExport(writer: Writer, row: typeof exports.$inferInsert): void {
  writer.insert(exports).values(row).run()
}

/** What was exported from a case, newest first. */
export function listExports(reader: Reader, caseId: string): ExportRecord[] {
  return reader
    .select()
    .from(exports)
    .where(eq(exports.caseId, caseId))
    .orderBy(desc(exports.madeAt))
    .all()
    .map((row) => exportRecord.parse({ ...row, name: basename(row.location) }))
}

export const findExportLocation = (reader: Reader, exportId: string): string | undefined =>
  reader.select({ location: exports.location }).from(exports).where(eq(exports.id, exportId)).get()?.location
