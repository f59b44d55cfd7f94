import { setImmediate } from 'node:timers/promises'
import type { JobContext, JobRunner } from '../../jobs/job-runner.ts'
import type { ServiceParts } from '../cases/index.ts'
import { indexMessages, indexTexts, readIndexState } from './index-store.ts'

/**
 * Makes the search index anew where it was made in another way, beside other work. What is done stays done: a lock or a crash only
 * puts the rest off to the next opening. Until then search finds by the old way what the new one has not reached.
 */
export function renewIndex({ store, ids, jobs }: ServiceParts & { jobs: JobRunner }): string | null {
  const { messageRow, messageEnd, textRow, textEnd } = store.write(readIndexState)
  if (messageRow >= messageEnd && textRow >= textEnd) return null
  const jobId = ids.next()
  jobs.start(
    { id: jobId, kind: 'evidence.index', caseId: null, subjectId: jobId },
    () => undefined,
    async ({ signal, progress }: JobContext) => {
      for (const [index, last, end] of [
        [indexMessages, messageRow, messageEnd],
        [indexTexts, textRow, textEnd],
      ] as const) {
        for (let row: number | null = last; row !== null; ) {
          signal.throwIfAborted()
          row = store.write((writer) => index(writer, readIndexState(writer)))
          progress('indexing', (index === indexTexts ? messageEnd : 0) + (row ?? end), messageEnd + textEnd)
          await setImmediate()
        }
      }
      store.checkpoint()
    },
  )
  return jobId
}
