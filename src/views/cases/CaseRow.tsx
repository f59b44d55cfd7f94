import type { CaseSummary } from '@bridge/model/case.ts'
import { DayText } from '../../components/DateText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { formatCount } from '../../lib/format-number.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './CaseList.module.css'

const Two = ({ upper, lower }: { upper: string; lower: string }) => (
  <span className={classes.two}>
    <span className={classes.upper} lang={langOf(upper)} title={upper}>
      {upper}
    </span>
    <span className={classes.lower} lang={langOf(lower)} title={lower}>
      {lower}
    </span>
  </span>
)

/** One case: what it is called, against whom, for how much, and how far it has come. */
export function CaseRow({ summary }: { summary: CaseSummary }) {
  const locale = useLocale()
  const words = useWords().cases
  const count = (value: number): string => formatCount(value, locale)
  const { counterpartyNameZh: zh, counterpartyNameEn: en } = summary
  return (
    <div className={classes.case}>
      <Two
        upper={summary.title}
        lower={[summary.reference, summary.clientName].filter(Boolean).join(' · ')}
      />
      <Two upper={zh || en} lower={zh ? en : ''} />
      <span className={classes.number}>
        <MoneyText minor={summary.claimMinor} currency={summary.claimCurrency} />
      </span>
      <span className={classes.number}>
        <DayText day={summary.claimDueOn} />
      </span>
      <span className={classes.number}>{count(summary.messageCount)}</span>
      <span className={classes.number} data-fixed={summary.confirmedCount > 0 || undefined}>
        {words.confirmedOf(count(summary.confirmedCount), count(summary.statementCount))}
      </span>
      <span className={classes.number}>{count(summary.exhibitCount)}</span>
    </div>
  )
}
