import type { MessageView } from '@bridge/model/evidence.ts'
import { TRANSLATION_LANGUAGES, type Translation } from '@bridge/model/translation.ts'
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { DayField } from '../../../components/DayField.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { Failed } from '../../../components/Failed.tsx'
import { useTell } from '../../../components/use-tell.ts'
import { useCommand } from '../../../ipc/use-command.ts'
import { langOf } from '../../../lib/lang-of.ts'
import { useWords } from '../../../messages/WordsProvider.tsx'
import classes from './Translations.module.css'
import { keyOf, originalOf, type Translated } from './translated.ts'
import { useTranslationForm } from './use-translation-form.ts'

interface TranslationDialogProps {
  message: MessageView
  of: Translated
  /** The translation that is being changed; null for a new one. */
  present: Translation | null
  onClose: () => void
}

/** Original and translation beside one another, and who vouches for it. Closing keeps what was typed. */
export function TranslationDialog({ message, of, present, onClose }: TranslationDialogProps) {
  const words = useWords().reading.translations
  const tell = useTell()
  const { form, forget } = useTranslationForm(present?.id ?? keyOf(of), present)
  const add = useCommand('translations.add')
  const change = useCommand('translations.change')
  const error = add.error ?? change.error
  const original = originalOf(of, message)
  const submit = async (): Promise<void> => {
    if (form.validate().hasErrors) return
    const { madeOn, ...typed } = form.getValues()
    const draft = { ...typed, madeOn: madeOn || null }
    const reply = present
      ? await change.run({ translationId: present.id, draft })
      : await add.run({ of, draft })
    if (!reply.ok) return
    forget()
    tell.done(present ? words.changed : words.added)
    onClose()
  }
  return (
    <Dialog title={words.dialog} size={original === null ? 560 : 960} onClose={onClose}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void submit()
        }}
      >
        <div className={classes.facing} data-alone={original === null || undefined}>
          {original !== null && (
            <div className={classes.side}>
              <span className={classes.label}>{words.original}</span>
              <div
                className={classes.original}
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard (WCAG 2.1.1)
                tabIndex={0}
                role="document"
                aria-label={words.original}
                lang={langOf(original)}
              >
                {original}
              </div>
            </div>
          )}
          <Textarea
            label={words.text}
            required
            data-autofocus
            classNames={{ wrapper: classes.typedWrapper, input: classes.typed }}
            maxLength={400_000}
            {...form.getInputProps('text')}
          />
        </div>
        <div className={classes.pair}>
          <NativeSelect
            label={words.language}
            data={TRANSLATION_LANGUAGES.map((value) => ({ value, label: words.languages[value] }))}
            {...form.getInputProps('language')}
          />
          <DayField label={words.madeOn} {...form.getInputProps('madeOn')} />
          <TextInput label={words.translator} maxLength={200} {...form.getInputProps('translator')} />
          <TextInput label={words.credential} maxLength={200} {...form.getInputProps('credential')} />
        </div>
        {error && <Failed error={error} />}
        <div className={classes.foot}>
          <Button type="submit" loading={add.running || change.running}>
            {words.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
