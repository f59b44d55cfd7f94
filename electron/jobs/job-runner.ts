import type { Job, JobFailure, JobState } from '@bridge/model/job.ts'
import { refusal } from '@bridge/refusal.ts'
import type { Clock } from '../platform/clock.ts'
import { isFault } from '../platform/fault.ts'
import type { Store, Writer } from '../store/store.ts'
import { abandonRunning, addJob, endJob, type NewJob } from './jobs-store.ts'
import { type TellProgress, throttled } from './throttled.ts'

/** What a piece of work is given: when to stop, and how to tell how far it is. */
export interface JobContext {
  signal: AbortSignal
  progress: TellProgress
}

export interface JobRunnerParts {
  store: Store
  clock: Clock
  tell(job: Job): void
  /** Names the cause of a failure; what it cannot name it writes to the log. */
  nameFailure(cause: unknown): JobFailure
  /** Over what the vault closed itself, whichever work met it; undefined where it did not. */
  vaultFailure(): unknown
}

export type JobRunner = ReturnType<typeof createJobRunner>

/**
 * Runs long work. The row of the job is the truth: it commits together with the row of what the work makes, and says
 * afterwards how it ended; which exhibit it failed at is known until the vault is locked. What was running when the app died is marked abandoned; both kinds of work keep what they
 * finished and leave nothing half-written, so nothing is resumed.
 */
export function createJobRunner({ store, clock, tell, nameFailure, vaultFailure }: JobRunnerParts) {
  const known = new Map<string, Job>()
  const running = new Map<string, { abort: AbortController; ended: Promise<void> }>()

  store.write((writer) => abandonRunning(writer, clock.now()))

  const update = (jobId: string, change: Partial<Job>): void => {
    const before = known.get(jobId)
    if (!before) return
    const job = { ...before, ...change }
    known.set(jobId, job)
    tell(job)
  }

  const run = async (jobId: string, abort: AbortController, work: (context: JobContext) => Promise<void>) => {
    const keepEnd = (state: JobState, failure: JobFailure | null) =>
      store.write((writer) => endJob(writer, jobId, state, failure?.code ?? null, clock.now()))
    try {
      await work({ signal: abort.signal, progress: throttled((change) => update(jobId, change)) })
      keepEnd('done', null) // also where a cancel came too late: what was made is there
      update(jobId, { state: 'done', failure: null })
    } catch (cause) {
      // The vault closes itself over a disk that fails, and that stops all work: a failure, and nobody's wish.
      const overDisk = vaultFailure()
      const byDisk = overDisk || isFault(cause, 'DISK_FAILING') || isFault(cause, 'DISK_FULL')
      const isCancelled = abort.signal.aborted && !byDisk
      const failure = isCancelled ? null : nameFailure(overDisk ?? cause)
      const state = failure ? 'failed' : 'cancelled'
      try {
        keepEnd(state, failure)
      } finally {
        // The vault may have closed over the failure, or the disk be full: what it was is told all the same.
        update(jobId, { state, failure })
      }
    } finally {
      running.delete(jobId)
    }
  }

  return {
    /**
     * Writes the job and, in the same transaction, what `prepare` writes; then starts `work`.
     * @throws Refusal JOB_RUNNING where the case has work of this kind already
     */
    start(
      job: NewJob,
      prepare: (writer: Writer) => void,
      work: (context: JobContext) => Promise<void>,
    ): void {
      for (const id of running.keys()) {
        const other = known.get(id)
        if (other?.kind === job.kind && other.caseId === job.caseId) throw refusal('JOB_RUNNING')
      }
      store.write((writer) => {
        addJob(writer, job, clock.now())
        prepare(writer)
      })
      const abort = new AbortController()
      known.set(job.id, { ...job, state: 'running', phase: null, done: 0, total: 0, failure: null })
      const entry = { abort, ended: Promise.resolve() }
      running.set(job.id, entry)
      // Only writing the end itself can still fail, when the vault closed over it; the next opening marks it abandoned.
      entry.ended = run(job.id, abort, work).catch((cause) => void nameFailure(cause))
    },

    /** Newest first. */
    list: (): Job[] => [...known.values()].reverse(),

    /** @throws Refusal NOT_FOUND */
    cancel(jobId: string): void {
      if (!known.has(jobId)) throw refusal('NOT_FOUND')
      running.get(jobId)?.abort.abort()
    },

    /** Resolves when a job has ended, however it ended. */
    async ended(jobId: string): Promise<Job | undefined> {
      await running.get(jobId)?.ended
      return known.get(jobId)
    },

    /** Stops everything and waits until it has stopped; the store may be closed after it. */
    async stopAll(): Promise<void> {
      const all = [...running.values()]
      for (const { abort } of all) abort.abort()
      await Promise.all(all.map(({ ended }) => ended))
    },
  }
}
