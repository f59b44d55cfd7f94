import type { MessageRef, Statement } from '@bridge/model/statement.ts'
import { Button } from '@mantine/core'
import { IconMailQuestion } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { ConfirmButton } from '../../components/ConfirmButton.tsx'
import { DayText, MomentText } from '../../components/DateText.tsx'
import { StateBadge } from '../../components/StateBadge.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Bench.module.css'

const writeSender = ({ fromName, fromAddress }: MessageRef): string =>
  fromName && fromAddress ? `${fromName} <${fromAddress}>` : fromName || fromAddress

interface SaidProps {
  caseId: string
  statement: Statement
  onAsk: () => void
}

/** What was said: the words themselves, then by whom, where and when. */
export function Said({ caseId, statement, onAsk }: SaidProps) {
  const words = useWords()
  const { confirm, terms } = words
  const { message } = statement
  const [, go] = useLocation()
  const tell = useTell()
  const remove = useCommand('confirmations.remove')
  const removeIt = async (): Promise<void> => {
    const reply = await remove.run({ statementId: statement.id })
    if (!reply.ok) return tell.error(reply.error)
    tell.done(confirm.removed)
    go(`/cases/${caseId}/confirm`)
  }
  return (
    <div className={classes.said}>
      <h2 className={classes.heading}>{confirm.said}</h2>
      <div className={classes.saidHead}>
        <strong>{terms.kind[statement.kind]}</strong>
        <StateBadge state={statement.state} />
      </div>
      <blockquote className={classes.quote} data-said lang={langOf(statement.quote)}>
        {statement.quote}
      </blockquote>
      <p className={classes.facts}>
        {terms.channel[statement.channel]} ·{' '}
        {message ? (
          <MomentText at={message.sentAt} zoneMinutes={message.sentZoneMinutes} />
        ) : (
          <DayText day={statement.saidOn} />
        )}
        <br />
        {message
          ? writeSender(message) || words.evidence.noSender
          : confirm.by(statement.speaker || words.app.notYet)}
        {statement.askedOn && (
          <>
            <br />
            {confirm.askedOn} <DayText day={statement.askedOn} />
          </>
        )}
      </p>
      <div className={classes.buttons}>
        <Button
          size="compact-sm"
          variant="default"
          aria-keyshortcuts="A"
          leftSection={<IconMailQuestion size={14} aria-hidden="true" />}
          onClick={onAsk}
        >
          {confirm.ask.open}
        </Button>
        {message && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => go(`/cases/${caseId}/evidence/${message.id}`)}
          >
            {confirm.openMessage}
          </Button>
        )}
        <ConfirmButton
          size="compact-sm"
          variant="subtle"
          question={confirm.removeQuestion}
          confirmLabel={confirm.remove}
          onConfirm={() => void removeIt()}
        >
          {confirm.remove}
        </ConfirmButton>
      </div>
    </div>
  )
}
