import { ERRORS, type ErrorCode } from '@bridge/errors.ts'
import type { Job } from '@bridge/model/job.ts'
import { CloseButton } from '@mantine/core'
import { Notice } from '../../components/Notice.tsx'
import { wordError } from '../../messages/error-words.ts'
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

const isCode = (failure: string): failure is ErrorCode => Object.hasOwn(ERRORS, failure)

/** Codes whose sentence needs no more than the code. */
const SPOKEN: readonly ErrorCode[] = [
  'DISK_FULL',
  'ORIGINAL_DAMAGED',
  'SET_EMPTY',
  'STORE_DAMAGED',
  'NOT_FOUND',
]

function ExportEnd({ job, onDismiss }: { job: Job; onDismiss: () => void }) {
  const words = useWords()
  const known = job.failure && isCode(job.failure) && SPOKEN.includes(job.failure) ? job.failure : undefined
  const isCancelled = job.state === 'cancelled'
  const said = known && wordError(words.errors, { code: known, data: {} })
  const sentence = said ?? { title: words.exhibits.export.failed, detail: words.exhibits.export.failedDetail }
  return (
    <div className={classes.end}>
      {isCancelled ? (
        <Notice kind="plain" title={words.exhibits.export.cancelled} live />
      ) : (
        <Notice kind="warning" title={sentence.title} live>
          {sentence.detail}
        </Notice>
      )}
      <CloseButton size="sm" aria-label={words.exhibits.export.dismiss} onClick={onDismiss} />
    </div>
  )
}
