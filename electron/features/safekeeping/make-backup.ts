import { basename, dirname } from 'node:path'
import { BACKUP_PROBLEMS, type SafekeepingStatus } from '@bridge/model/backup.ts'
import { JOB_FAILURES, type JobFailureCode } from '@bridge/model/job.ts'
import type { JobContext } from '../../jobs/job-runner.ts'
import { type Fact, factHash } from '../../platform/facts.ts'
import { errorCode } from '../../platform/fault.ts'
import { BackupFailure, DamagedBackup } from '../../vault/backup/backup-error.ts'
import { type BackupPlace, findGoing, findUnfinished } from '../../vault/backup/backup-place.ts'
import type { BackupSession } from '../../vault/backup/vault-backup.ts'
import type { BackupProof } from '../../vault/backup/vault-messages.ts'
import { problemOf, problemText } from './backup-states.ts'
import {
  addBackup,
  type BackupRow,
  listBackups,
  listUnfinishedIds,
  type NewBackup,
  setProblem,
  setProven,
  setRemoved,
} from './backups-store.ts'
import { chooseKept } from './choose-kept.ts'
import type { SafekeepingParts } from './safekeeping-parts.ts'

type Problem = SafekeepingStatus['lastProblem']

const placeOf = ({ place }: Pick<BackupRow, 'place'>): BackupPlace => ({
  folder: dirname(place),
  name: basename(place),
})

async function hasLeftovers(folder: string, ids: readonly string[]): Promise<boolean> {
  const unfinished = await findUnfinished(folder)
  return unfinished.some(({ backupId }) => ids.includes(backupId)) || (await findGoing(folder)).length > 0
}

const numberOf = (failure: JobFailureCode): number => JOB_FAILURES.indexOf(failure)

const factsOf = (
  { pages, entries, originals, files, healed, lacks, rows, headSeq, headHash }: BackupProof,
  from: number,
): Record<string, Fact> => ({
  ...{ pages, entries, originals, files, healed, headSeq, lacks: lacks.length },
  ...{ rows: factHash(rows), head: factHash(headHash) },
  seconds: Math.round((performance.now() - from) / 1_000),
})

/** Long work of the kind `backups.make`: copy, prove, record, rotate. A failure leaves every earlier backup as it was. */
export function createBackupJob(parts: SafekeepingParts) {
  const { store, audit, clock, ids, jobs, backup } = parts
  /** The last failure since the vault was opened that left no row behind. */
  let failedBare: Problem = null
  /** Until it has ended nothing new is written: what it takes for nobody's might just be becoming somebody's. */
  let sweeping: Promise<void> = Promise.resolve()

  const fail = (backupId: string, cause: unknown): void => {
    const failure = JOB_FAILURES.find((code) => code === errorCode(cause)) ?? 'UNEXPECTED'
    failedBare = { at: clock.now(), failure, problem: null }
    const facts = { failure: numberOf(failure) }
    store.write((writer) => audit.append(writer, { act: 'backup.failed', objectId: backupId, facts }))
  }

  const refuse = (id: string, refused: DamagedBackup): void => {
    const facts = {
      failure: numberOf('BACKUP_NOT_PROVEN'),
      problem: BACKUP_PROBLEMS.indexOf(refused.problem.code),
    }
    store.write((writer) => {
      setProblem(writer, id, problemText(refused.problem))
      audit.append(writer, { act: 'backup.failed', objectId: id, facts })
    })
  }

  const prove = async (session: BackupSession, row: NewBackup, context: JobContext, from: number) => {
    const proof = await session.prove(placeOf(row), (done, total) => context.progress('proving', done, total))
    store.write((writer) => {
      setProven(writer, row.id, clock.now(), proof.lacks)
      audit.append(writer, { act: 'backup.proven', objectId: row.id, facts: factsOf(proof, from) })
    })
    failedBare = null
  }

  /** A backup that cannot be removed now is removed next time: the new one stands all the same. */
  const rotate = async (session: BackupSession, folder: string): Promise<void> => {
    const rows = listBackups(store.read).filter((row) => !row.removedAt && dirname(row.place) === folder)
    const kept = chooseKept(rows)
    const surplus = rows.filter((row) => !kept.has(row.id))
    const removed = await session.prune(
      folder,
      surplus.map((row) => placeOf(row).name),
    )
    for (const row of surplus.filter((each) => removed.includes(placeOf(each).name)))
      store.write((writer) => {
        setRemoved(writer, row.id, clock.now())
        audit.append(writer, { act: 'backup.removed', objectId: row.id })
      })
  }

  const work = async (id: string, folder: string, context: JobContext): Promise<void> => {
    const from = performance.now()
    await sweeping
    const session = backup.start(context.signal)
    try {
      // The folder may not have been within reach when the vault was opened, and what lies there takes room.
      await session.sweep(folder, listUnfinishedIds(store.read))
      await rotate(session, folder)
      const row = await session.write({ id, folder, madeAt: clock.now() }, (done, total) =>
        context.progress('copying', done, total),
      )
      store.write((writer) => {
        addBackup(writer, row)
        audit.append(writer, { act: 'backup.made', objectId: id, facts: { headSeq: row.headSeq } })
      })
      await prove(session, row, context, from)
      await rotate(session, folder)
    } catch (cause) {
      if (context.signal.aborted) throw cause
      try {
        if (cause instanceof DamagedBackup) {
          refuse(id, cause)
          await rotate(session, folder)
        } else fail(id, cause)
      } catch {
        // A vault that closed over the failure keeps no line of it; what takes room goes with the next one.
      }
      throw cause instanceof DamagedBackup ? new BackupFailure('BACKUP_NOT_PROVEN') : cause
    } finally {
      session.close()
    }
  }

  return {
    start(folder: string): { jobId: string; backupId: string } {
      const [jobId, backupId] = [ids.next(), ids.next()]
      const job = { id: jobId, kind: 'backups.make', caseId: null, subjectId: backupId } as const
      jobs.start(
        job,
        () => undefined,
        (context) => work(backupId, folder, context),
      )
      return { jobId, backupId }
    },

    /**
     * Removes what backups of this vault left unfinished in `folder`, where it is within reach: for the opening of the vault,
     * before any new one. Rejects with the signal's reason once that aborts.
     */
    sweep(folder: string, signal: AbortSignal): Promise<void> {
      const sweep = async (): Promise<void> => {
        const ids = listUnfinishedIds(store.read)
        if (!(await hasLeftovers(folder, ids))) return
        const session = backup.start(signal)
        await session.sweep(folder, ids).finally(() => session.close())
      }
      const swept = sweep()
      sweeping = swept.catch(() => undefined)
      return swept
    },

    /** The newest failure, unless a backup was proven after it. */
    lastProblem(rows: readonly BackupRow[]): Problem {
      const newest = rows[0]
      if (failedBare && (!newest || failedBare.at >= newest.madeAt)) return failedBare
      if (!newest?.problem) return null
      return { at: newest.madeAt, failure: 'BACKUP_NOT_PROVEN', problem: problemOf(newest) }
    },
  }
}
