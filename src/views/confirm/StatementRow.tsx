import type { Statement } from '@bridge/model/statement.ts'
import { IconCheck } from '@tabler/icons-react'
import { DayText, MomentText } from '../../components/DateText.tsx'
import { StateBadge } from '../../components/StateBadge.tsx'
import { langOf } from '../../lib/lang-of.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './StatementList.module.css'

interface StatementRowProps {
  statement: Statement
  chosen: boolean
  onChoose: () => void
}

/** A statement in three lines: what it is about, its state and day; then its words. */
export function StatementRow({ statement, chosen, onChoose }: StatementRowProps) {
  const words = useWords().terms
  const { message } = statement
  return (
    <div className={classes.row}>
      {/* biome-ignore lint/a11y: the row is the option and Space turns it; this box is for the pointer alone */}
      <span
        className={classes.box}
        data-chosen={chosen || undefined}
        onClick={(event) => {
          event.stopPropagation()
          onChoose()
        }}
      >
        {chosen && <IconCheck size={12} stroke={3} aria-hidden="true" />}
      </span>
      <div className={classes.words}>
        <div className={classes.line}>
          <span className={classes.kind}>{words.kind[statement.kind]}</span>
          <StateBadge state={statement.state} />
          <span className={classes.day}>
            {message ? (
              <MomentText at={message.sentAt} zoneMinutes={message.sentZoneMinutes} dayOnly />
            ) : (
              <>
                {words.channel[statement.channel]} <DayText day={statement.saidOn} />
              </>
            )}
          </span>
        </div>
        <div className={classes.quote} lang={langOf(statement.quote)}>
          {statement.quote}
        </div>
      </div>
    </div>
  )
}
