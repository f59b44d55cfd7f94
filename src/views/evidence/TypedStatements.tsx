import { Link } from 'wouter'
import { useQuery } from '../../ipc/use-query.ts'
import { formatCount } from '../../lib/format-number.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './MessageList.module.css'

/** Statements that hold what is looked for and stand in no message, above the messages that do. */
export function TypedStatements({ caseId, search }: { caseId: string; search: string }) {
  const words = useWords()
  const locale = useLocale()
  const { data } = useQuery('finding.listStatements', { caseId, search }, { enabled: search !== '' })
  const found = search === '' ? [] : (data?.statements ?? [])
  if (found.length === 0) return null
  return (
    <details className={classes.typed}>
      <summary>
        {words.finding.statements.title(formatCount(found.length, locale), found.length === 1)}
      </summary>
      <ul>
        {found.map(({ id, channel, quote, speaker }) => (
          <li key={id}>
            <Link href={`/cases/${caseId}/confirm/${id}`} lang={langOf(quote)}>
              {quote}
            </Link>
            <span>
              {speaker} · {words.terms.channel[channel]}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
