import type { Statement } from '@bridge/model/statement.ts'
import { Button } from '@mantine/core'
import { IconMailQuestion } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { ConfirmButton } from '../../components/ConfirmButton.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Bench.module.css'
import { NextStep } from './NextStep.tsx'

interface SaidButtonsProps {
  caseId: string
  statement: Statement
  onAsk: () => void
}

/** What can be done with a statement: file it once confirmed, ask about it, open its message, take it out again. */
export function SaidButtons({ caseId, statement, onAsk }: SaidButtonsProps) {
  const { id, message, state } = statement
  const words = useWords().confirm
  const [, go] = useLocation()
  const tell = useTell()
  const remove = useCommand('confirmations.remove')
  const removeIt = async (): Promise<void> => {
    const reply = await remove.run({ statementId: id })
    if (!reply.ok) return tell.error(reply.error)
    tell.done(words.removed)
    go(`/cases/${caseId}/confirm`)
  }
  return (
    <div className={classes.buttons}>
      {state === 'confirmed' && <NextStep caseId={caseId} statement={statement} />}
      <Button
        size="compact-sm"
        variant="default"
        aria-keyshortcuts="A"
        leftSection={<IconMailQuestion size={14} aria-hidden="true" />}
        onClick={onAsk}
      >
        {words.ask.open}
      </Button>
      {message && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => go(`/cases/${caseId}/evidence/${message.id}`)}
        >
          {words.openMessage}
        </Button>
      )}
      <ConfirmButton
        size="compact-sm"
        variant="subtle"
        question={words.removeQuestion}
        confirmLabel={words.remove}
        onConfirm={() => void removeIt()}
      >
        {words.remove}
      </ConfirmButton>
    </div>
  )
}
