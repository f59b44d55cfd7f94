import { STATEMENT_KINDS } from '@bridge/model/statement.ts'
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { DayField } from '../../components/DayField.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Failed } from '../../components/Failed.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Bench.module.css'
import { TYPED_CHANNELS, useTypedStatement } from './use-typed-statement.ts'

interface TypeDialogProps {
  caseId: string
  onAdded: (statementId: string) => void
  onClose: () => void
}

/** Types in what was said outside e-mail. Closing keeps what was typed for the next time. */
export function TypeDialog({ caseId, onAdded, onClose }: TypeDialogProps) {
  const words = useWords()
  const { type: label } = words.confirm
  const tell = useTell()
  const { form, command, submit } = useTypedStatement(caseId)
  const add = async (): Promise<void> => {
    const statementId = await submit()
    if (!statementId) return
    tell.done(label.done)
    onClose()
    onAdded(statementId)
  }
  return (
    <Dialog onClose={onClose} size={560} title={label.title}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void add()
        }}
      >
        <p className={classes.intro}>{label.intro}</p>
        <div className={classes.pair}>
          <NativeSelect
            label={label.kind}
            data={STATEMENT_KINDS.map((value) => ({ value, label: words.terms.kind[value] }))}
            {...form.getInputProps('kind')}
          />
          <NativeSelect
            label={label.channel}
            data={TYPED_CHANNELS.map((value) => ({ value, label: words.terms.channel[value] }))}
            {...form.getInputProps('channel')}
          />
        </div>
        <Textarea
          label={label.quote}
          required
          autosize
          minRows={3}
          maxRows={10}
          maxLength={10_000}
          data-autofocus
          {...form.getInputProps('quote')}
        />
        <div className={classes.pair}>
          <TextInput label={label.speaker} maxLength={300} {...form.getInputProps('speaker')} />
          <DayField label={label.saidOn} {...form.getInputProps('saidOn')} />
        </div>
        {command.error && <Failed error={command.error} />}
        <div className={classes.foot}>
          <span />
          <Button type="submit" loading={command.running}>
            {label.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
