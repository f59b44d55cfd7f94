import type { CaseRecord } from '@bridge/model/case.ts'
import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { Failed } from '../../components/Failed.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useDraft } from '../../ipc/use-draft.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './CaseEditor.module.css'
import { CaseFieldsets } from './CaseFieldsets.tsx'
import { Conflict } from './Conflict.tsx'
import { type CaseFields, EMPTY_FIELDS, fieldsOf, firstProblem, readFields } from './case-fields.ts'
import { useSaveCase } from './use-save-case.ts'
import { wordProblems } from './word-problems.ts'

interface CaseEditorProps {
  /** The case as it was when the form opened; null for a new one. */
  saved: CaseRecord | null
  /** The case as it is saved by now. */
  latest?: CaseRecord | undefined
  /** Asks for the case as it is saved by now, when it turns out to have changed. */
  onStale?: () => void
}

/** Everything typed about a case. What is typed stays through errors, conflicts and a look at another view. */
export function CaseEditor({ saved, latest, onStale }: CaseEditorProps) {
  const words = useWords()
  const tell = useTell()
  const [, go] = useLocation()
  const draft = useDraft<CaseFields>(`case ${saved?.id ?? 'new'}`)
  const { save, error, running, forget } = useSaveCase(saved?.id)
  const [revision, setRevision] = useState(saved?.revision ?? 0)
  const form = useForm<CaseFields>({
    initialValues: draft.left ?? (saved ? fieldsOf(saved) : EMPTY_FIELDS),
    onValuesChange: draft.keep,
  })
  const leave = (to: string): void => {
    draft.forget()
    go(to)
  }
  const submit = async (from: number): Promise<void> => {
    const read = readFields(form.getValues())
    form.setErrors(wordProblems(read.problems, words.cases.form))
    const wrong = firstProblem(read.problems)
    if (wrong) form.getInputNode(wrong)?.focus()
    if (!read.draft) return
    const id = await save(read.draft, from)
    if (!id) return onStale?.()
    tell.done(words.cases.form.saved)
    leave(`/cases/${id}/evidence`)
  }
  useActions([
    {
      id: 'save',
      label: saved ? words.cases.form.save : words.cases.form.create,
      group: words.app.groups.case,
      keys: 'mod+s',
      run: () => void submit(revision),
    },
  ])
  const conflict = error?.code === 'CHANGED_ELSEWHERE' && latest?.revision !== revision ? latest : undefined
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit(revision)
      }}
    >
      <div className={classes.scroll}>
        <div className={classes.column}>
          <h2 className={classes.title}>{saved ? words.cases.form.editTitle : words.cases.form.newTitle}</h2>
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
            onTakeTheirs={() => {
              form.setValues(fieldsOf(conflict))
              setRevision(conflict.revision)
              forget()
            }}
          />
        )}
      </div>
      <footer className={classes.foot}>
        <Button variant="subtle" onClick={() => leave(saved ? `/cases/${saved.id}/evidence` : '/')}>
          {words.cases.form.discard}
        </Button>
        <Button type="submit" loading={running} aria-keyshortcuts="Control+S Meta+S">
          {saved ? words.cases.form.save : words.cases.form.create}
        </Button>
      </footer>
    </form>
  )
}
