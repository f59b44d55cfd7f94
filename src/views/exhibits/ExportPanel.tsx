import type { Job } from '@bridge/model/job.ts'
import { CloseButton } from '@mantine/core'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
import { ExportCard } from './ExportCard.tsx'
import classes from './ExportPanel.module.css'
import { ExportProgress } from './ExportProgress.tsx'
import type { ExportState } from './use-export.ts'

/** What the export is at, or what it came to; nothing while there is none. */
export function ExportPanel({ state }: { state: ExportState }) {
  const { running, ended, made } = state
  if (running)
    return (
      <div className={classes.place}>
        <ExportProgress job={running} cancelling={state.cancelling} onCancel={state.cancel} />
      </div>
    )
  if (made)
    return (
      <div className={classes.place}>
        <ExportCard record={made} onReveal={() => state.reveal(made.id)} onDismiss={state.dismiss} />
      </div>
    )
  if (!ended || ended.state === 'done') return null
  return (
    <div className={classes.place}>
      <ExportEnd job={ended} onDismiss={state.dismiss} />
    </div>
  )
}

function ExportEnd({ job, onDismiss }: { job: Job; onDismiss: () => void }) {
  const { terms, exhibits } = useWords()
  const words = exhibits.export
  const { code, exhibit } = job.failure ?? { code: 'UNEXPECTED', exhibit: null }
  const where = exhibit === null ? [] : [words.failedIn(exhibit)]
  return (
    <div className={classes.end}>
      {job.state === 'cancelled' ? (
        <Notice kind="plain" title={words.cancelled} live />
      ) : (
        <Notice kind="warning" title={words.failed} live>
          {[...where, terms.failure[code], words.failedDetail].join(' ')}
        </Notice>
      )}
      <CloseButton size="sm" aria-label={words.dismiss} onClick={onDismiss} />
    </div>
  )
}
