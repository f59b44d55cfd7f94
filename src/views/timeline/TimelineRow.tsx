import type { TimelineItem } from '@bridge/model/finding.ts'
import { IconFileText, IconHelpCircle, IconMail, IconMessageCircle, IconQuote } from '@tabler/icons-react'
import { DayText, MomentText } from '../../components/DateText.tsx'
import { langOf } from '../../lib/lang-of.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Timeline.module.css'

const SIGNS = {
  mail: IconMail,
  chat: IconMessageCircle,
  document: IconFileText,
  statement: IconQuote,
  asked: IconHelpCircle,
}

/** One entry: its day where a new one begins, what it is, who said it, and what. */
export function TimelineRow({ item, begins }: { item: TimelineItem; begins: boolean }) {
  const words = useWords()
  const { kind, at, day, zoneMinutes, channel, who, text } = item
  const Sign = SIGNS[kind]
  const isWhole = kind === 'statement' || kind === 'asked'
  return (
    <div className={classes.row} data-begins={begins || undefined}>
      <span className={classes.day}>{begins && <DayText day={day} />}</span>
      <span className={classes.sign} title={words.finding.timeline.kind[kind]}>
        <Sign size={16} aria-hidden="true" />
      </span>
      <div className={classes.what}>
        <span className={classes.text} lang={langOf(text)}>
          {text || words.evidence.noSubject}
        </span>
        <span className={classes.soft}>
          {isWhole && `${words.finding.timeline.kind[kind]} · `}
          {words.terms.channel[channel]}
          {who && ` · ${who}`}
          {!isWhole && (
            <>
              {' '}
              · <MomentText at={at} zoneMinutes={zoneMinutes} />
            </>
          )}
        </span>
      </div>
    </div>
  )
}
