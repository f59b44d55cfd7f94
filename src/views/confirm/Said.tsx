import type { MessageRef, Statement } from '@bridge/model/statement.ts'
import { DayText, MomentText } from '../../components/DateText.tsx'
import { StateBadge } from '../../components/StateBadge.tsx'
import { langOf } from '../../lib/lang-of.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Bench.module.css'
import { SaidButtons } from './SaidButtons.tsx'
import { StatementMarks } from './StatementMarks.tsx'

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
      <StatementMarks caseId={caseId} statement={statement} />
      <SaidButtons caseId={caseId} statement={statement} onAsk={onAsk} />
    </div>
  )
}
