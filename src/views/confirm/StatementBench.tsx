import type { Statement, Verdict } from '@bridge/model/statement.ts'
import { useRef } from 'react'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { Failed } from '../../components/Failed.tsx'
import { Loading } from '../../components/Loading.tsx'
import { useQuery } from '../../ipc/use-query.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { AnswerLine } from './AnswerLine.tsx'
import { Answers } from './Answers.tsx'
import classes from './Bench.module.css'
import { type Entry, entriesOf } from './entries.ts'
import { Said } from './Said.tsx'
import { useActiveEntry } from './use-active-entry.ts'
import { useDecide } from './use-decide.ts'

interface StatementBenchProps {
  caseId: string
  statement: Statement
  onAsk: () => void
  /** A confirmation or a denial was taken: on to the next statement. */
  onDecided: () => void
  /** A decision on a statement was taken back. */
  onReturn: (statementId: string) => void
}

/** One statement: what was said on the left, what answers it on the right, a line between. */
export function StatementBench({ caseId, statement, onAsk, onDecided, onReturn }: StatementBenchProps) {
  const words = useWords()
  const bench = useRef<HTMLDivElement>(null)
  const { data, error, refetch } = useQuery('confirmations.listCandidates', { statementId: statement.id })
  const entries = entriesOf(statement, data?.candidates ?? [])
  const { active, moveTo, skip } = useActiveEntry(statement, entries)
  const { decide, undo } = useDecide(statement.id, { onDecided, onReturn })
  const onVerdict = async (entry: Entry, verdict: Verdict, quote: string): Promise<void> => {
    if ((await decide(entry.message.id, verdict, quote)) && verdict === 'rejected') skip()
  }
  const group = words.app.groups.confirm
  useActions([
    { id: 'ask', label: words.confirm.ask.open, group, keys: 'a', run: onAsk },
    { id: 'undo', label: words.app.undo, group, keys: 'z', alsoKeys: ['mod+z'], run: () => void undo() },
  ])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div ref={bench} className={classes.bench} tabIndex={0}>
      <div className={classes.columns}>
        <Said caseId={caseId} statement={statement} onAsk={onAsk} />
        <div className={classes.answers}>
          <h2 className={classes.heading}>{words.confirm.answers}</h2>
          {error && <Failed error={error.error} onRetry={() => void refetch()} />}
          {!data && !error && <Loading />}
          {data && (
            <Answers
              entries={entries}
              active={active}
              onActive={moveTo}
              onVerdict={onVerdict}
              onAsk={onAsk}
              onUndecide={(entry) => void undo({ statementId: statement.id, messageId: entry.message.id })}
              caseId={caseId}
            />
          )}
        </div>
        {active && <AnswerLine key={active.message.id} bench={bench} verdict={active.verdict} />}
      </div>
    </div>
  )
}
