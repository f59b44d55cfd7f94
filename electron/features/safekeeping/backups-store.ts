import { and, asc, count, desc, eq, getTableColumns, ne, sql } from 'drizzle-orm'
import { backupGaps, backups, intakes, jobs } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

/** A backup, and how many originals it lacks because the vault itself had them no more. */
export interface BackupRow extends StoredBackup {
  readonly lackCount: number
}
type StoredBackup = typeof backups.$inferSelect

export type NewBackup = Omit<StoredBackup, 'provenAt' | 'problem' | 'removedAt'>

/** Newest first. */
export const listBackups = (reader: Reader): BackupRow[] =>
  reader
    .select({ ...getTableColumns(backups), lackCount: count(backupGaps.backupId) })
    .from(backups)
    .leftJoin(backupGaps, eq(backupGaps.backupId, backups.id))
    .groupBy(backups.id)
    .orderBy(desc(backups.madeAt), desc(backups.id))
    .all()

export function addBackup(writer: Writer, row: NewBackup): void {
  writer.insert(backups).values(row).run()
}

/** `lacks`: digests of the originals that it does not hold. */
export function setProven(writer: Writer, id: string, at: string, lacks: readonly string[]): void {
  writer.update(backups).set({ provenAt: at }).where(eq(backups.id, id)).run()
  for (const originalSha256 of lacks) writer.insert(backupGaps).values({ backupId: id, originalSha256 }).run()
}

/** What the files were called that the originals came in as which this backup lacks; the first few. */
export const listLacking = (reader: Reader, backupId: string): string[] =>
  reader
    .select({ name: sql<string>`min(${intakes.sourceName})` })
    .from(backupGaps)
    .innerJoin(intakes, eq(intakes.originalSha256, backupGaps.originalSha256))
    .where(eq(backupGaps.backupId, backupId))
    .groupBy(backupGaps.originalSha256)
    .orderBy(asc(sql`min(${intakes.sourceName})`))
    .limit(MOST_NAMED)
    .all()
    .map(({ name }) => name)

export function setProblem(writer: Writer, id: string, problem: string): void {
  writer.update(backups).set({ problem }).where(eq(backups.id, id)).run()
}

export function setRemoved(writer: Writer, id: string, at: string): void {
  writer.update(backups).set({ removedAt: at }).where(eq(backups.id, id)).run()
}

/** A person looks for no more at once; `redchop verify` names them all. */
const MOST_NAMED = 10

/** As many as could have left something unfinished that an earlier backup did not sweep. */
const MOST_UNFINISHED = 100

/** Ids of the backups that work was ended on, the newest first. */
export const listUnfinishedIds = (reader: Reader): string[] =>
  reader
    .select({ id: jobs.subjectId })
    .from(jobs)
    .where(and(eq(jobs.kind, 'backups.make'), ne(jobs.state, 'running')))
    .orderBy(desc(jobs.startedAt))
    .limit(MOST_UNFINISHED)
    .all()
    .map((row) => row.id)
