import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '../../ipc/use-query.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './CaseEditor.module.css'

/** What is doubtful about a unified social credit code. It warns and never refuses. */
export function CodeWarnings({ id, code }: { id: string; code: string }) {
  const words = useWords().terms.code
  const [asked] = useDebouncedValue(code.trim().slice(0, 64), 200)
  const { data } = useQuery('cases.checkCode', { code: asked }, { keepPrevious: true })
  return (
    <ul id={id} className={classes.warnings} aria-live="polite">
      {data?.warnings.map((warning) => (
        <li key={warning}>{words[warning]}</li>
      ))}
    </ul>
  )
}
