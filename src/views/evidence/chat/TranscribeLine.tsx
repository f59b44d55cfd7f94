import type { TranscribedLine } from '@bridge/model/capture.ts'
import { type SpokenLine, speakerSide } from '@bridge/model/chat.ts'
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { DayField } from '../../../components/DayField.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { Failed } from '../../../components/Failed.tsx'
import { useTell } from '../../../components/use-tell.ts'
import { useCommand } from '../../../ipc/use-command.ts'
import { useQuery } from '../../../ipc/use-query.ts'
import { useWords } from '../../../messages/WordsProvider.tsx'
import classes from './Capture.module.css'
import { isClock } from './is-clock.ts'

interface TranscribeLineProps {
  messageId: string
  caseId: string
  /** The line that is to be withdrawn for the one typed here. */
  replaced: SpokenLine | null
  onClose: () => void
}

const shown = (line: SpokenLine | null): Pick<TranscribedLine, 'saidOn' | 'saidTime'> => {
  const [day, time] = (line?.raw ?? '').split(' ')
  return { saidOn: day || null, saidTime: time ?? null }
}

/** Types one line off a picture, word for word. */
export function TranscribeLine({ messageId, caseId, replaced, onClose }: TranscribeLineProps) {
  const { chat } = useWords()
  const words = chat.capture
  const tell = useTell()
  const titles = useId()
  const transcribe = useCommand('chat.transcribe')
  const known = useQuery('chat.listConversations', { caseId }).data?.conversations ?? []
  const [typed, setTyped] = useState<TranscribedLine>({
    ...{ title: '', zone: 'Asia/Shanghai', ...shown(replaced) },
    ...{ speaker: replaced?.speaker ?? '', account: replaced?.account ?? '' },
    ...{ side: replaced?.side ?? 'counterparty', text: replaced?.text ?? '' },
  })
  const line = { ...typed, title: typed.title || (known[0]?.title ?? '') }
  const change = (part: Partial<TranscribedLine>): void => setTyped((before) => ({ ...before, ...part }))
  const isWrong = line.saidTime !== null && !isClock(line.saidTime)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const reply = await transcribe.run({ messageId, line, replaces: replaced?.messageId ?? null })
    if (!reply.ok) return
    tell.done(words.kept)
    onClose()
  }
  return (
    <Dialog title={words.typeTitle} size={560} onClose={onClose}>
      <form className={classes.form} noValidate onSubmit={(event) => void submit(event)}>
        <p>{words.typeIntro}</p>
        <TextInput
          label={words.conversation}
          required
          list={titles}
          value={line.title}
          maxLength={200}
          onChange={({ currentTarget }) => change({ title: currentTarget.value })}
        />
        <datalist id={titles}>
          {known.map(({ threadId, title }) => (
            <option key={threadId} value={title} />
          ))}
        </datalist>
        <div className={classes.pair}>
          <TextInput
            label={words.speaker}
            value={line.speaker}
            maxLength={300}
            onChange={({ currentTarget }) => change({ speaker: currentTarget.value })}
          />
          <NativeSelect
            label={chat.add.speaksFor}
            value={line.side}
            data={speakerSide.options.map((value) => ({ value, label: chat.side[value] }))}
            onChange={({ currentTarget }) => change({ side: speakerSide.parse(currentTarget.value) })}
          />
          <DayField
            label={words.saidOn}
            value={line.saidOn ?? ''}
            onChange={(day) => change(day === '' ? { saidOn: null, saidTime: null } : { saidOn: day })}
          />
          <TextInput
            label={words.saidTime}
            value={line.saidTime ?? ''}
            disabled={line.saidOn === null}
            error={isWrong && words.wrongTime}
            maxLength={5}
            onChange={({ currentTarget }) => change({ saidTime: currentTarget.value || null })}
          />
          <TextInput
            label={words.field.account}
            value={line.account}
            maxLength={300}
            onChange={({ currentTarget }) => change({ account: currentTarget.value })}
          />
          <TextInput
            label={words.field.capturedZone}
            value={line.zone ?? ''}
            maxLength={60}
            onChange={({ currentTarget }) => change({ zone: currentTarget.value || null })}
          />
        </div>
        <Textarea
          label={words.text}
          required
          autosize
          minRows={2}
          maxRows={10}
          maxLength={10_000}
          data-autofocus
          value={line.text}
          onChange={({ currentTarget }) => change({ text: currentTarget.value })}
        />
        {transcribe.error && <Failed error={transcribe.error} />}
        <div className={classes.foot}>
          <Button
            type="submit"
            loading={transcribe.running}
            disabled={isWrong || line.text.trim() === '' || line.title.trim() === ''}
          >
            {words.keep}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
