import { and, desc, eq, ne } from 'drizzle-orm'
import { backups, jobs } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

export type BackupRow = typeof backups.$inferSelect

export type NewBackup = Omit<BackupRow, 'provenAt' | 'problem' | 'removedAt'>

/** Newest first. */
export const listBackups = (reader: Reader): BackupRow[] =>
  reader.select().from(backups).orderBy(desc(backups.madeAt), desc(backups.id)).all()

export function addBackup(writer: Writer, row: NewBackup): void {
  writer.insert(backups).values(row).run()
}

export function setProven(writer: Writer, id: string, at: string): void {
  writer.update(backups).set({ provenAt: at }).where(eq(backups.id, id)).run()
}

export function setProblem(writer: Writer, id: string, problem: string): void {
  writer.update(backups).set({ problem }).where(eq(backups.id, id)).run()
}

export function setRemoved(writer: Writer, id: string, at: string): void {
  writer.update(backups).set({ removedAt: at }).where(eq(backups.id, id)).run()
}

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
