import { formatCount } from '../../lib/format-number.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import { monthsOf } from './day-index.ts'
import classes from './Timeline.module.css'

interface MonthsProps {
  days: readonly { day: string; count: number }[]
  onGo: (day: string) => void
}

/** How much fell on each month, as a bar beside its number; a month leads to its first entry. */
export function Months({ days, onGo }: MonthsProps) {
  const words = useWords().finding.timeline
  const locale = useLocale()
  const months = monthsOf(days)
  const most = Math.max(1, ...months.map(({ count }) => count))
  const format = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' })
  return (
    <ol className={classes.months} aria-label={words.months}>
      {months.map(({ month, count }) => {
        const name = format.format(new Date(`${month}-01T00:00:00Z`))
        return (
          <li key={month}>
            <button
              type="button"
              className={classes.month}
              disabled={count === 0}
              aria-label={words.monthCount(name, formatCount(count, locale))}
              onClick={() => onGo(`${month}-01`)}
            >
              <span>{name}</span>
              <span className={classes.bar} aria-hidden="true">
                <span style={{ width: `${(count / most) * 100}%` }} />
              </span>
              <span className={classes.number}>{count > 0 && formatCount(count, locale)}</span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
