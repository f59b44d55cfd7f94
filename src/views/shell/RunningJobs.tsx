import { ProgressPanel } from '../../components/ProgressPanel.tsx'
import { useJobs } from '../../ipc/jobs.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'

/** The long work that runs now, in the status bar; otherwise the promise the product makes. */
export function RunningJobs() {
  const words = useWords().app
  const running = useJobs().filter(({ state }) => state === 'running')
  const cancel = useCommand('jobs.cancel')
  if (running.length === 0) return <span>{words.offline}</span>
  return running.map((job) => (
    <ProgressPanel
      key={job.id}
      job={job}
      cancelling={cancel.running}
      onCancel={() => void cancel.run({ jobId: job.id })}
    />
  ))
}
