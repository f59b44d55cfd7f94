import type { Job } from '@bridge/model/job.ts'

/** Long work that did not end well: its code, and the exhibit to look at where there is one. */
export class JobFailure extends Error {
  readonly code: string

  constructor(job: Job | undefined) {
    const { code, exhibit } = job?.failure ?? { code: job?.state.toUpperCase() ?? 'NOT_FOUND', exhibit: null }
    super(code)
    this.name = 'JobFailure'
    this.code = exhibit === null ? code : `${code} ${exhibit}`
  }
}
