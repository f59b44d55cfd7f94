import { JOB_FAILURES, type JobFailure } from '@bridge/model/job.ts'
import { diskFault, errorCode } from '../platform/fault.ts'

/**
 * A failure as the page is told it: a code of the closed list, and the exhibit where the error names one. Whatever the list
 * does not know is `report`ed and called UNEXPECTED; no message of an error crosses.
 */
export function nameFailure(cause: unknown, report: (cause: unknown) => void): JobFailure {
  const code = JOB_FAILURES.find((known) => known === errorCode(diskFault(cause)))
  if (code === undefined) report(cause)
  return { code: code ?? 'UNEXPECTED', exhibit: code === undefined ? null : exhibitOf(cause) }
}

const exhibitOf = (cause: unknown): string | null =>
  cause instanceof Error && 'exhibit' in cause && typeof cause.exhibit === 'string' ? cause.exhibit : null
