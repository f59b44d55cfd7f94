import type { Job } from '@bridge/model/job.ts'

/** Long work that did not end well; the message is its code. */
export class JobFailure extends Error {
  constructor(job: Job | undefined) {
    super(job?.failure ?? job?.state ?? 'NOT_FOUND')
    this.name = 'JobFailure'
  }
}
