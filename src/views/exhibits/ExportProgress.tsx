import type { Job, JobPhase } from '@bridge/model/job.ts'
import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { ProgressBar } from '../../components/ProgressBar.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
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
  const words = useWords()
  const at = job.phase ? PHASES.indexOf(job.phase) : 0
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
        <ProgressBar of={job} label={words.terms.phase[PHASES[at] ?? 'collecting']} />
      </div>
    </section>
  )
}
