import type { Translation, TranslationLanguage } from '@bridge/model/translation.ts'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { likeFields, useSealedDraft } from '../../../ipc/use-sealed-draft.ts'
import { readDay } from '../../../lib/read-day.ts'
import { useWords } from '../../../messages/WordsProvider.tsx'

interface Typed {
  language: TranslationLanguage
  text: string
  translator: string
  credential: string
  madeOn: string
}

const EMPTY: Typed = { language: 'zh', text: '', translator: '', credential: '', madeOn: '' }

const isTyped = likeFields<Typed>(EMPTY)

/** The form of a translation, filled with `present` where there is one. What was typed is kept until it is saved. */
export function useTranslationForm(
  key: string,
  present: Translation | null,
): { form: UseFormReturnType<Typed>; forget: () => void } {
  const words = useWords()
  const draft = useSealedDraft(`translation ${key}`, isTyped)
  const initial = present ? { ...present, madeOn: present.madeOn ?? '' } : EMPTY
  const { language, text, translator, credential, madeOn } = draft.left ?? initial
  const form = useForm<Typed>({
    initialValues: { language, text, translator, credential, madeOn },
    onValuesChange: draft.keep,
    validate: {
      text: (typed) => (typed.trim() ? null : words.reading.translations.textNeeded),
      madeOn: (day) => (day === '' || readDay(day) ? null : words.app.day.wrong),
    },
  })
  return { form, forget: draft.forget }
}
