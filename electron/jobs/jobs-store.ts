import type { JobKind, JobState } from '@bridge/model/job.ts'
import { eq } from 'drizzle-orm'
import { jobs } from '../store/schema/index.ts'
import type { Writer } from '../store/store.ts'

export interface NewJob {
  id: string
  kind: JobKind
  /** Null for work on the whole vault. */
  caseId: string | null
  /** Id of what the work makes. */
  subjectId: string
}

export function addJob(writer: Writer, job: NewJob, at: string): void {
  writer
    .insert(jobs)
    .values({ ...job, state: 'running', startedAt: at })
    .run()
}

export function endJob(
  writer: Writer,
  jobId: string,
  state: JobState,
  failure: string | null,
  at: string,
): void {
  writer.update(jobs).set({ state, failure, endedAt: at }).where(eq(jobs.id, jobId)).run()
}

/** Marks what a crash left running; gives the number of such jobs. */
export function abandonRunning(writer: Writer, at: string): number {
  return writer.update(jobs).set({ state: 'abandoned', endedAt: at }).where(eq(jobs.state, 'running')).run()
    .changes
}
