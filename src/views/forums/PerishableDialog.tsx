import { PERISHABLE_CHANNELS, type Perishable, type PerishableChannel } from '@bridge/model/forum.ts'
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { DayField } from '../../components/DayField.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Failed } from '../../components/Failed.tsx'
import { useCommand } from '../../ipc/use-command.ts'
import { readDay } from '../../lib/read-day.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Forums.module.css'

interface PerishableDialogProps {
  caseId: string
  assumedDays: number
  /** Absent where a new one is added. */
  perishable?: Perishable
  onClose: () => void
}

/** Names something that a platform may delete, and how long it is taken to be there. */
export function PerishableDialog({ caseId, assumedDays, perishable, onClose }: PerishableDialogProps) {
  const { forums, terms, app } = useWords()
  const words = forums.perishables
  const [channel, setChannel] = useState<PerishableChannel>(perishable?.channel ?? 'complaint-center')
  const [title, setTitle] = useState(perishable?.title ?? '')
  const [endedOn, setEndedOn] = useState(perishable?.endedOn ?? '')
  const [keptDays, setKeptDays] = useState<number | string>(perishable?.keptDays ?? assumedDays)
  const add = useCommand('perishables.add')
  const change = useCommand('perishables.change')
  const error = add.error ?? change.error
  const isWhole =
    title.trim() !== '' && typeof keptDays === 'number' && (endedOn === '' || readDay(endedOn) !== null)
  const save = async (): Promise<void> => {
    if (!isWhole) return
    const draft = { channel, title: title.trim(), endedOn: endedOn || null, keptDays }
    const reply = perishable
      ? await change.run({ perishableId: perishable.id, draft })
      : await add.run({ caseId, draft })
    if (reply.ok) onClose()
  }
  return (
    <Dialog title={words.newTitle} size={480} onClose={onClose}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void save()
        }}
      >
        <NativeSelect
          label={words.place}
          data={PERISHABLE_CHANNELS.map((value) => ({ value, label: terms.channel[value] }))}
          value={channel}
          onChange={(event) => {
            const chosen = PERISHABLE_CHANNELS.find((each) => each === event.currentTarget.value)
            if (chosen) setChannel(chosen)
          }}
        />
        <TextInput
          label={words.what}
          required
          data-autofocus
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <DayField label={words.ended} value={endedOn} onChange={setEndedOn} />
        <NumberInput label={words.days} min={0} max={3_650} value={keptDays} onChange={setKeptDays} />
        {error && <Failed error={error} />}
        <div className={classes.row}>
          <Button type="submit" disabled={!isWhole} loading={add.running || change.running}>
            {app.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
