import type { Statement } from '@bridge/model/statement.ts'
import { Button, CopyButton, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DayField } from '../../components/DayField.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Failed } from '../../components/Failed.tsx'
import { Loading } from '../../components/Loading.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useQuery } from '../../ipc/use-query.ts'
import { readDay } from '../../lib/read-day.ts'
import { today } from '../../lib/today.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Bench.module.css'

interface AskDialogProps {
  /** Asked about in one e-mail, in this order. */
  statements: readonly Statement[]
  onClose: () => void
}

/** The e-mail that asks for confirmations, to copy; then the day it was sent is noted. Nothing is sent from here. */
export function AskDialog({ statements, onClose }: AskDialogProps) {
  const words = useWords()
  const { ask } = words.confirm
  const { data, error } = useQuery('confirmations.draftRequest', {
    statementIds: statements.map(({ id }) => id),
  })
  return (
    <Dialog onClose={onClose} size={680} title={ask.title}>
      <div className={classes.form}>
        <p className={classes.intro}>{ask.intro}</p>
        {error && <Failed error={error.error} />}
        {!data && !error && <Loading />}
        {data && (
          <>
            <CopyLine label={ask.to} value={data.to.join(', ')} copy={ask.copyTo} missing={ask.noTo} />
            <CopyLine label={ask.subject} value={data.subject} copy={ask.copySubject} />
            <Textarea label={ask.body} value={data.body} readOnly autosize minRows={6} maxRows={14} />
            <div className={classes.buttons}>
              <Copy label={ask.copyAll} value={data.body} primary />
            </div>
          </>
        )}
        <Asked statements={statements} onClose={onClose} />
      </div>
    </Dialog>
  )
}

function Copy({ label, value, primary = false }: { label: string; value: string; primary?: boolean }) {
  const words = useWords().app
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant={primary ? 'filled' : 'default'}
          onClick={copy}
          aria-label={copied ? undefined : label}
        >
          {copied ? words.copied : primary ? label : words.copy}
        </Button>
      )}
    </CopyButton>
  )
}

interface CopyLineProps {
  label: string
  value: string
  copy: string
  missing?: string
}

const CopyLine = ({ label, value, copy, missing }: CopyLineProps) => (
  <div className={classes.copyLine}>
    <TextInput label={label} value={value} placeholder={missing ?? ''} readOnly />
    {value && <Copy label={copy} value={value} />}
  </div>
)

function Asked({ statements, onClose }: AskDialogProps) {
  const { ask } = useWords().confirm
  const tell = useTell()
  const [day, setDay] = useState(statements[0]?.askedOn ?? today())
  const setAsked = useCommand('confirmations.setAsked')
  const note = async (askedOn: string | null): Promise<void> => {
    for (const { id } of statements) if (!(await setAsked.run({ statementId: id, askedOn })).ok) return
    tell.done(askedOn ? ask.done : ask.undone)
    onClose()
  }
  return (
    <>
      {setAsked.error && <Failed error={setAsked.error} />}
      <div className={classes.foot}>
        <DayField label={ask.askedOn} value={day} onChange={setDay} />
        <div className={classes.buttons}>
          {statements.some(({ askedOn }) => askedOn) && (
            <Button variant="subtle" onClick={() => void note(null)}>
              {ask.unmark}
            </Button>
          )}
          <Button
            variant="default"
            disabled={readDay(day) === null}
            loading={setAsked.running}
            onClick={() => void note(day)}
          >
            {ask.mark}
          </Button>
        </div>
      </div>
    </>
  )
}
