import type { Job } from '@bridge/model/job.ts'
import { Button, Progress } from '@mantine/core'
import { formatPercent } from '../lib/format-number.ts'
import { useLocale, useWords } from '../messages/WordsProvider.tsx'
import classes from './ProgressPanel.module.css'

interface ProgressPanelProps {
  job: Job
  onCancel: () => void
  cancelling: boolean
}

/** One piece of long work: what it is at, how far, and the way to stop it. */
export function ProgressPanel({ job, onCancel, cancelling }: ProgressPanelProps) {
  const locale = useLocale()
  const words = useWords()
  const what = words.terms.job[job.kind]
  const phase = job.phase ? words.terms.phase[job.phase] : what
  const share = job.total > 0 ? Math.min(1, job.done / job.total) : 0
  return (
    <fieldset className={classes.panel} aria-label={what}>
      <span className={classes.phase}>{phase}</span>
      <Progress
        className={classes.bar}
        value={share * 100}
        size={4}
        aria-label={phase}
        transitionDuration={100}
      />
      <span className={classes.share}>{formatPercent(share, locale)}</span>
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
