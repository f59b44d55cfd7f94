import type { Capture, CaptureDraft } from '@bridge/model/capture.ts'
import { chatChannel } from '@bridge/model/chat.ts'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { DayField } from '../../../components/DayField.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { Failed } from '../../../components/Failed.tsx'
import { useCommand } from '../../../ipc/use-command.ts'
import { useWords } from '../../../messages/WordsProvider.tsx'
import classes from './Capture.module.css'
import { isClock } from './is-clock.ts'

const NEW: CaptureDraft = {
  ...{ channel: 'alibaba-chat', capturedOn: null, capturedTime: null, capturedZone: 'Asia/Shanghai' },
  ...{ account: '', orderNumber: '', complaintNumber: '', capturedBy: '' },
}
const TEXTS = ['capturedZone', 'account', 'orderNumber', 'complaintNumber', 'capturedBy'] as const

interface DescribeCaptureProps {
  messageId: string
  capture: Capture | null
  onClose: () => void
}

/** What does not stand in the picture: where it was taken, when, and by whom. */
export function DescribeCapture({ messageId, capture, onClose }: DescribeCaptureProps) {
  const { chat, terms } = useWords()
  const words = chat.capture
  const describe = useCommand('chat.describeCapture')
  const [draft, setDraft] = useState<CaptureDraft>(() => {
    const { messageId: _, changedAt: __, ...known } = capture ?? { ...NEW, messageId, changedAt: '' }
    return known
  })
  const change = (part: Partial<CaptureDraft>): void => setDraft((before) => ({ ...before, ...part }))
  const isWrong = draft.capturedTime !== null && !isClock(draft.capturedTime)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if ((await describe.run({ messageId, capture: draft })).ok) onClose()
  }
  return (
    <Dialog title={words.describeTitle} size={560} onClose={onClose}>
      <form className={classes.form} noValidate onSubmit={(event) => void submit(event)}>
        <p>{words.intro}</p>
        <NativeSelect
          label={words.field.channel}
          value={draft.channel}
          data={chatChannel.options.map((value) => ({ value, label: terms.channel[value] }))}
          onChange={({ currentTarget }) => change({ channel: chatChannel.parse(currentTarget.value) })}
        />
        <div className={classes.pair}>
          <DayField
            label={words.field.capturedOn}
            value={draft.capturedOn ?? ''}
            onChange={(day) =>
              change(day === '' ? { capturedOn: null, capturedTime: null } : { capturedOn: day })
            }
          />
          <TextInput
            label={words.field.capturedTime}
            value={draft.capturedTime ?? ''}
            disabled={draft.capturedOn === null}
            error={isWrong && words.wrongTime}
            maxLength={5}
            onChange={({ currentTarget }) => change({ capturedTime: currentTarget.value || null })}
          />
        </div>
        <div className={classes.pair}>
          {TEXTS.map((key) => (
            <TextInput
              key={key}
              label={words.field[key]}
              value={draft[key] ?? ''}
              maxLength={300}
              onChange={({ currentTarget: { value } }) =>
                change({ [key]: key === 'capturedZone' ? value || null : value })
              }
            />
          ))}
        </div>
        {describe.error && <Failed error={describe.error} />}
        <div className={classes.foot}>
          <Button type="submit" loading={describe.running} disabled={isWrong}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
