import { CHARSETS, type CharsetName } from '@bridge/model/charset.ts'
import type { MessageView } from '@bridge/model/evidence.ts'
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Dialog } from '../../../components/Dialog.tsx'
import { Failed } from '../../../components/Failed.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { useTell } from '../../../components/use-tell.ts'
import { useCommand } from '../../../ipc/use-command.ts'
import { useQuery } from '../../../ipc/use-query.ts'
import { formatCount } from '../../../lib/format-number.ts'
import { langOf } from '../../../lib/lang-of.ts'
import { useLocale, useWords } from '../../../messages/WordsProvider.tsx'
import classes from './Charset.module.css'

const AUTOMATIC = 'automatic'

interface CharsetDialogProps {
  caseId: string
  message: MessageView
  onClose: () => void
}

/** Shows how the message would read in each charset before one is chosen. */
export function CharsetDialog({ caseId, message, onClose }: CharsetDialogProps) {
  const words = useWords().reading.charset
  const tell = useTell()
  const [, go] = useLocation()
  const [charset, setCharset] = useState<CharsetName | null>(message.charset)
  const choose = useCommand('readings.choose')
  const submit = async (): Promise<void> => {
    const reply = await choose.run({ messageId: message.id, charset })
    if (!reply.ok) return
    tell.done(words.done)
    onClose()
    go(`/cases/${caseId}/evidence/${reply.value.messageId}`, { replace: true })
  }
  return (
    <Dialog title={words.dialog} size={720} onClose={onClose}>
      <div className={classes.form}>
        <p className={classes.intro}>{words.intro}</p>
        <NativeSelect
          label={words.field}
          data-autofocus
          value={charset ?? AUTOMATIC}
          data={[
            { value: AUTOMATIC, label: words.automatic },
            ...CHARSETS.map((value) => ({ value, label: words.charsets[value] })),
          ]}
          onChange={({ currentTarget }) =>
            setCharset(CHARSETS.find((value) => value === currentTarget.value) ?? null)
          }
        />
        <Preview messageId={message.id} charset={charset} />
        {choose.error && <Failed error={choose.error} />}
        <div className={classes.foot}>
          <Button
            disabled={charset === message.charset}
            loading={choose.running}
            onClick={() => void submit()}
          >
            {words.submit}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function Preview({ messageId, charset }: { messageId: string; charset: CharsetName | null }) {
  const words = useWords().reading.charset
  const locale = useLocale()
  const { data, error } = useQuery('readings.preview', { messageId, charset }, { keepPrevious: true })
  if (error) return <Failed error={error.error} />
  if (!data) return <Loading />
  const { subject, text, lostCount } = data
  return (
    <div className={classes.preview}>
      <dl className={classes.facts}>
        <dt>{words.subject}</dt>
        <dd lang={langOf(subject)}>{subject}</dd>
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <div className={classes.text} role="document" aria-label={words.text} tabIndex={0} lang={langOf(text)}>
        {text}
      </div>
      <p className={classes.lost} data-lossy={lostCount > 0 || undefined} aria-live="polite">
        {lostCount > 0 ? words.lost(formatCount(lostCount, locale), lostCount === 1) : words.noLoss}
      </p>
    </div>
  )
}
