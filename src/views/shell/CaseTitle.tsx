import { useQuery } from '../../ipc/use-query.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './CaseTitle.module.css'

const NONE = '00000000-0000-4000-8000-000000000000'

/** The open case in the title bar: its title, and against whom. */
export function CaseTitle({ caseId }: { caseId: string | undefined }) {
  const words = useWords()
  const { data } = useQuery('cases.get', { caseId: caseId ?? NONE }, { enabled: caseId !== undefined })
  if (!caseId) return <h1 className={classes.title}>{words.app.name}</h1>
  if (!data) return null
  const against = data.counterpartyNameZh || data.counterpartyNameEn
  return (
    <>
      <h1 className={classes.title} lang={langOf(data.title)} title={data.title}>
        {data.title}
      </h1>
      {against && (
        <span className={classes.against} lang={langOf(against)} title={against}>
          {against}
        </span>
      )}
    </>
  )
}
