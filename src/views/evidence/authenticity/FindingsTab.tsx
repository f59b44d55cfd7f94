import { FINDING_GROUPS, type Finding, type FindingVerdict } from '@bridge/model/authenticity.ts'
import { Fragment } from 'react'
import { formatCount } from '../../../lib/format-number.ts'
import { useLocale, useWords } from '../../../messages/WordsProvider.tsx'
import classes from './Authenticity.module.css'
import { useSaid } from './use-said.ts'
import { VerdictSign } from './VerdictSign.tsx'

/** Every test with its verdict, the figures it rests on, what it means and how far it goes. */
export function FindingsTab({ findings }: { findings: readonly Finding[] }) {
  const words = useWords().authenticity
  const locale = useLocale()
  if (findings.length === 0) return <p className={classes.soft}>{words.notMail}</p>
  const count = (verdict: FindingVerdict): string =>
    formatCount(findings.filter((each) => each.verdict === verdict).length, locale)
  return (
    <div className={classes.tab}>
      <strong role="status">
        {words.summary(count('consistent'), count('inconsistent'), count('cannot-be-tested'))}
      </strong>
      {FINDING_GROUPS.map((group) => {
        const own = findings.filter((each) => each.group === group)
        return (
          own.length > 0 && (
            <section key={group} className={classes.group}>
              <h4>{words.group[group]}</h4>
              {own.map((each, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one test may speak twice, of two signatures, and nothing moves
                <FindingRow key={at} finding={each} />
              ))}
            </section>
          )
        )
      })}
    </div>
  )
}

function FindingRow({ finding }: { finding: Finding }) {
  const words = useWords().authenticity
  const said = useSaid()
  return (
    <div className={classes.finding}>
      <VerdictSign verdict={finding.verdict} word={words.verdict[finding.verdict]} />
      <div className={classes.body}>
        <strong>{said(finding.title)}</strong>
        <p>{said(finding.meaning)}</p>
        {finding.figures.length > 0 && (
          <dl className={classes.figures}>
            {finding.figures.map(({ label, value }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a figure may stand there twice, and nothing moves
              <Fragment key={at}>
                <dt>{said(label)}</dt>
                <dd>{value}</dd>
              </Fragment>
            ))}
          </dl>
        )}
        <p className={classes.soft}>
          {words.limits}: {said(finding.limits)}
        </p>
      </div>
    </div>
  )
}
