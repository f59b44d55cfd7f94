import type { Job, JobPhase } from '@bridge/model/job.ts'
import { Button, Progress } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { formatPercent } from '../../lib/format-number.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './ExportPanel.module.css'

/** The phases of an export, in their order. */
const PHASES: readonly JobPhase[] = ['collecting', 'typesetting', 'binding', 'writing']

interface ExportProgressProps {
  job: Job
  cancelling: boolean
  onCancel: () => void
}

/** The export as it runs: which step, how far, and the way to stop it. */
export function ExportProgress({ job, cancelling, onCancel }: ExportProgressProps) {
  const locale = useLocale()
  const words = useWords()
  const at = job.phase ? PHASES.indexOf(job.phase) : 0
  const share = job.total > 0 ? Math.min(1, job.done / job.total) : 0
  return (
    <section className={classes.card} aria-label={words.exhibits.export.title}>
      <div className={classes.top}>
        <ol className={classes.steps} aria-label={words.exhibits.export.steps}>
          {PHASES.map((phase, step) => (
            <li
              key={phase}
              className={classes.step}
              data-done={step < at || undefined}
              aria-current={step === at ? 'step' : undefined}
            >
              {step < at ? (
                <IconCheck size={14} aria-hidden="true" />
              ) : (
                <span className={classes.ordinal}>{step + 1}</span>
              )}
              {words.terms.phase[phase]}
            </li>
          ))}
        </ol>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={words.exhibits.export.cancel}
          loading={cancelling}
          onClick={onCancel}
        >
          {words.app.cancel}
        </Button>
      </div>
      <div className={classes.meter}>
        <Progress
          className={classes.bar}
          value={share * 100}
          size={4}
          aria-label={words.terms.phase[PHASES[at] ?? 'collecting']}
          transitionDuration={100}
        />
        <span className={classes.share}>{formatPercent(share, locale)}</span>
      </div>
    </section>
  )
}
