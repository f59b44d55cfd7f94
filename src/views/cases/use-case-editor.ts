import type { BridgeError } from '@bridge/errors.ts'
import type { CaseRecord } from '@bridge/model/case.ts'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useTell } from '../../components/use-tell.ts'
import { likeFields, useSealedDraft } from '../../ipc/use-sealed-draft.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { type CaseFields, EMPTY_FIELDS, fieldsOf, firstProblem, readFields } from './case-fields.ts'
import { useSaveCase } from './use-save-case.ts'
import { wordProblems } from './word-problems.ts'

const isCaseFields = likeFields<CaseFields>(EMPTY_FIELDS)

export interface CaseEditing {
  form: UseFormReturnType<CaseFields>
  running: boolean
  error: BridgeError | null
  /** Saves over a revision: the one the form was opened at, unless another is given. */
  submit: (revision?: number) => Promise<void>
  /** Drops what was typed and goes back. */
  discard: () => void
  /** Whether the case as it is saved now is another than the form was opened at. */
  isBehind: (latest: CaseRecord) => boolean
  /** Takes a saved version into the form instead of what was typed. */
  take: (version: CaseRecord) => void
}

/** The form of a case. What is typed stays through errors, conflicts and a look at another view. */
export function useCaseEditor(saved: CaseRecord | null, onStale?: () => void): CaseEditing {
  const words = useWords().cases.form
  const tell = useTell()
  const [, go] = useLocation()
  const draft = useSealedDraft(`case ${saved?.id ?? 'new'}`, isCaseFields)
  const { save, error, running, forget } = useSaveCase(saved?.id)
  const [opened, setOpened] = useState(saved?.revision ?? 0)
  const form = useForm<CaseFields>({
    initialValues: draft.left ?? (saved ? fieldsOf(saved) : EMPTY_FIELDS),
    onValuesChange: draft.keep,
  })
  const leave = (to: string): void => {
    draft.forget()
    go(to)
  }
  return {
    form,
    running,
    error,
    submit: async (revision = opened) => {
      const read = readFields(form.getValues())
      form.setErrors(wordProblems(read.problems, words))
      const wrong = firstProblem(read.problems)
      if (wrong) form.getInputNode(wrong)?.focus()
      if (!read.draft) return
      const id = await save(read.draft, revision)
      if (!id) return onStale?.()
      tell.done(words.saved)
      leave(`/cases/${id}/evidence`)
    },
    discard: () => leave(saved ? `/cases/${saved.id}/evidence` : '/'),
    isBehind: (latest) => latest.revision !== opened,
    take: (version) => {
      form.setValues(fieldsOf(version))
      setOpened(version.revision)
      forget()
    },
  }
}
