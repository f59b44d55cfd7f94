import type { ExportRecord } from '@bridge/model/exhibit.ts'
import type { Job } from '@bridge/model/job.ts'
import { useState } from 'react'
import { useTell } from '../../components/use-tell.ts'
import { useJobEnd, useJobs } from '../../ipc/jobs.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useQuery } from '../../ipc/use-query.ts'

export interface ExportState {
  /** Asks where to, then starts. */
  start: (form: ExportRecord['form']) => void
  running: Job | undefined
  cancel: () => void
  cancelling: boolean
  /** How the last one ended while this view was open. */
  ended: Job | undefined
  /** What the last one made, once it is known. */
  made: ExportRecord | undefined
  dismiss: () => void
  /** Everything exported from this case, newest first. */
  former: readonly ExportRecord[]
  reveal: (exportId: string) => void
}

/** The export of a case's list, from the question where to until the last word about it. */
export function useExport(caseId: string): ExportState {
  const tell = useTell()
  const [ended, setEnded] = useState<Job>()
  const exports = useQuery('exhibits.listExports', { caseId })
  const { run: choose } = useCommand('exhibits.chooseDestination')
  const { run: begin } = useCommand('exhibits.export')
  const { run: show } = useCommand('exhibits.revealExport')
  const cancelling = useCommand('jobs.cancel')
  const isOwn = (job: Job): boolean => job.kind === 'exhibits.export' && job.caseId === caseId
  const running = useJobs().find((job) => isOwn(job) && job.state === 'running')
  useJobEnd((job) => {
    if (!isOwn(job)) return
    setEnded(job)
    void exports.refetch()
  })
  const start = async (form: ExportRecord['form']): Promise<void> => {
    const chosen = await choose({ caseId, form })
    if (!chosen.ok) return tell.error(chosen.error)
    if (chosen.value.token === null) return
    setEnded(undefined)
    const begun = await begin({ caseId, token: chosen.value.token })
    if (!begun.ok) tell.error(begun.error)
  }
  const reveal = async (exportId: string): Promise<void> => {
    const shown = await show({ exportId })
    if (!shown.ok) tell.error(shown.error)
  }
  const former = exports.data?.exports ?? []
  return {
    start: (form) => void start(form),
    running,
    cancel: () => {
      if (running) void cancelling.run({ jobId: running.id })
    },
    cancelling: cancelling.running,
    ended: running ? undefined : ended,
    made: ended?.state === 'done' ? former.find(({ id }) => id === ended.subjectId) : undefined,
    dismiss: () => setEnded(undefined),
    former,
    reveal: (exportId) => void reveal(exportId),
  }
}
