import type { Job } from '@bridge/model/job.ts'
import { Button } from '@mantine/core'
import { useWords } from '../messages/WordsProvider.tsx'
import { ProgressBar } from './ProgressBar.tsx'
import classes from './ProgressPanel.module.css'

interface ProgressPanelProps {
  job: Job
  onCancel: () => void
  cancelling: boolean
}

/** One piece of long work: what it is at, how far, and the way to stop it. */
export function ProgressPanel({ job, onCancel, cancelling }: ProgressPanelProps) {
  const words = useWords()
  const what = words.terms.job[job.kind]
  const phase = job.phase ? words.terms.phase[job.phase] : what
  return (
    <fieldset className={classes.panel} aria-label={what}>
      <span className={classes.phase}>{phase}</span>
      <ProgressBar of={job} label={phase} />
      <Button
        variant="default"
        size="compact-xs"
        aria-label={words.app.jobs.cancel(what)}
        loading={cancelling}
        onClick={onCancel}
      >
        {words.app.cancel}
      </Button>
    </fieldset>
  )
}
