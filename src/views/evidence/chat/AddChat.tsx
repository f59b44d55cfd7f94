import { Button } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../components/Dialog.tsx'
import { Failed } from '../../../components/Failed.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { formatCount, formatSize } from '../../../lib/format-number.ts'
import { useLocale, useWords } from '../../../messages/WordsProvider.tsx'
import classes from './AddChat.module.css'
import { ChatPeople } from './ChatPeople.tsx'
import { PreviewPane } from './PreviewPane.tsx'
import { ReadingForm } from './ReadingForm.tsx'
import { useAddChat } from './use-add-chat.ts'

interface AddChatProps {
  caseId: string
  token: string
  onClose: () => void
}

/** Shows how an export is read before anything of it is kept, and asks what the file does not say. */
export function AddChat({ caseId, token, onClose }: AddChatProps) {
  const words = useWords().chat.add
  const locale = useLocale()
  const chat = useAddChat(caseId, token)
  const [step, setStep] = useState<'reading' | 'people'>('reading')
  const { asked, preview, add } = chat
  const submit = async (): Promise<void> => {
    if ((await chat.submit()).ok) onClose()
  }
  return (
    <Dialog title={words.title} size={1080} onClose={onClose}>
      {asked.error && <Failed error={asked.error.error} onRetry={() => void asked.refetch()} />}
      {!preview && !asked.error && <Loading />}
      {preview && asked.data && (
        <div className={classes.body}>
          <p className={classes.intro}>
            <strong>{words.steps[step]}</strong> ·{' '}
            {words.file(asked.data.name, formatSize(asked.data.sizeBytes, locale))}
          </p>
          {step === 'reading' ? (
            <div className={classes.panes}>
              <ReadingForm chat={chat} preview={preview} />
              <PreviewPane preview={preview} />
            </div>
          ) : (
            <ChatPeople chat={chat} />
          )}
          {add.error && <Failed error={add.error} />}
          <div className={classes.foot}>
            {step === 'reading' ? (
              <>
                <span className={classes.soft}>{words.intro}</span>
                <Button disabled={!chat.isReadable} onClick={() => setStep('people')}>
                  {words.next}
                </Button>
              </>
            ) : (
              <>
                <Button variant="default" onClick={() => setStep('reading')}>
                  {words.back}
                </Button>
                <Button
                  loading={add.running}
                  disabled={chat.title.trim() === ''}
                  onClick={() => void submit()}
                >
                  {words.submit(formatCount(preview.counts.lines, locale))}
                </Button>
              </>
            )}
          </div>
        </div>
      )}
    </Dialog>
  )
}
