import type { Verdict } from '@bridge/model/statement.ts'
import { IconBan, IconCircleCheckFilled, IconX } from '@tabler/icons-react'
import { MomentText } from '../../components/DateText.tsx'
import { langOf } from '../../lib/lang-of.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Bench.module.css'
import type { Entry } from './entries.ts'

const SIGNS = { confirms: IconCircleCheckFilled, denies: IconBan, rejected: IconX } satisfies Record<
  Verdict,
  unknown
>

/** Who answered and when, about what, what was decided, and why it is proposed. */
export function AnswerHead({ entry }: { entry: Entry }) {
  const words = useWords()
  const { message, verdict, reasons } = entry
  const who = message.fromName || message.fromAddress
  const Sign = verdict && SIGNS[verdict]
  return (
    <span className={classes.head}>
      <span className={classes.headLine}>
        <span className={classes.who} lang={langOf(who)}>
          {who}
        </span>
        {verdict && Sign && (
          <span className={classes.verdict} data-verdict={verdict}>
            <Sign size={14} aria-hidden="true" />
            {words.terms.verdict[verdict]}
          </span>
        )}
        <span className={classes.day}>
          <MomentText at={message.sentAt} zoneMinutes={message.sentZoneMinutes} />
        </span>
      </span>
      <span className={classes.subject} lang={langOf(message.subject)}>
        {message.subject || words.evidence.noSubject}
      </span>
      <span className={classes.reasons}>
        {reasons.length > 0
          ? reasons.map((reason) => words.terms.reason[reason]).join(' · ')
          : words.confirm.noReasons}
      </span>
    </span>
  )
}
