import type { CaseRecord } from '@bridge/model/case.ts'
import { Button } from '@mantine/core'
import type { FormEvent } from 'react'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { Failed } from '../../components/Failed.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './CaseEditor.module.css'
import { CaseFieldsets } from './CaseFieldsets.tsx'
import { Conflict } from './Conflict.tsx'
import { fieldsOf } from './case-fields.ts'
import { PerishableReminder } from './PerishableReminder.tsx'
import { useCaseEditor } from './use-case-editor.ts'

interface CaseEditorProps {
  /** The case as it was when the form opened; null for a new one. */
  saved: CaseRecord | null
  /** The case as it is saved by now. */
  latest?: CaseRecord | undefined
  /** Asks for the case as it is saved by now, when it turns out to have changed. */
  onStale?: () => void
}

/** Everything typed about a case, with what went wrong in saving it beside the buttons. */
export function CaseEditor({ saved, latest, onStale }: CaseEditorProps) {
  const words = useWords()
  const { form, running, error, submit, discard, isBehind, take } = useCaseEditor(saved, onStale)
  useActions([
    {
      id: 'save',
      label: saved ? words.cases.form.save : words.cases.form.create,
      group: words.app.groups.case,
      keys: 'mod+s',
      run: () => void submit(),
    },
  ])
  const conflict = error?.code === 'CHANGED_ELSEWHERE' && latest && isBehind(latest) ? latest : undefined
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className={classes.scroll}>
        <div className={classes.column}>
          <h2 className={classes.title}>{saved ? words.cases.form.editTitle : words.cases.form.newTitle}</h2>
          {saved && <PerishableReminder caseId={saved.id} />}
          <CaseFieldsets form={form} />
        </div>
      </div>
      <div className={classes.trouble}>
        {error && !conflict && <Failed error={error} />}
        {conflict && (
          <Conflict
            mine={form.values}
            theirs={fieldsOf(conflict)}
            onKeepMine={() => void submit(conflict.revision)}
            onTakeTheirs={() => take(conflict)}
          />
        )}
      </div>
      <footer className={classes.foot}>
        <Button variant="subtle" onClick={discard}>
          {words.cases.form.discard}
        </Button>
        <Button type="submit" loading={running} aria-keyshortcuts="Control+S Meta+S">
          {saved ? words.cases.form.save : words.cases.form.create}
        </Button>
      </footer>
    </form>
  )
}
