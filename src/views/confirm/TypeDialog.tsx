import { CHANNELS, type Channel, STATEMENT_KINDS, type StatementKind } from '@bridge/model/statement.ts'
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { FormEvent } from 'react'
import { Dialog } from '../../components/Dialog.tsx'
import { Failed } from '../../components/Failed.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useDraft } from '../../ipc/use-draft.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Bench.module.css'

type TypedChannel = Exclude<Channel, 'email'>

interface TypedStatement {
  kind: StatementKind
  channel: TypedChannel
  quote: string
  speaker: string
  saidOn: string
}

const TYPED_CHANNELS = CHANNELS.filter((channel): channel is TypedChannel => channel !== 'email')
const EMPTY: TypedStatement = { kind: 'term', channel: 'alibaba-chat', quote: '', speaker: '', saidOn: '' }

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
  const draft = useDraft<TypedStatement>(`typed statement ${caseId}`)
  const type = useCommand('confirmations.type')
  const form = useForm<TypedStatement>({
    initialValues: draft.left ?? EMPTY,
    onValuesChange: draft.keep,
    validate: { quote: (quote) => (quote.trim() ? null : label.needed) },
  })
  const submit = async (): Promise<void> => {
    if (form.validate().hasErrors) return
    const { saidOn, ...typed } = form.getValues()
    const reply = await type.run({ caseId, ...typed, saidOn: saidOn || null })
    if (!reply.ok) return
    draft.forget()
    tell.done(label.done)
    onClose()
    onAdded(reply.value.statementId)
  }
  return (
    <Dialog onClose={onClose} size={560} title={label.title}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void submit()
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
          <TextInput type="date" label={label.saidOn} {...form.getInputProps('saidOn')} />
        </div>
        {type.error && <Failed error={type.error} />}
        <div className={classes.foot}>
          <span />
          <Button type="submit" loading={type.running}>
            {label.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
