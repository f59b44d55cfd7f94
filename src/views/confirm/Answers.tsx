import type { Verdict } from '@bridge/model/statement.ts'
import { Button } from '@mantine/core'
import { IconMailQuestion } from '@tabler/icons-react'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
import { AnswerCard } from './AnswerCard.tsx'
import { AnswerHead } from './AnswerHead.tsx'
import classes from './Bench.module.css'
import type { Entry } from './entries.ts'

interface AnswersProps {
  caseId: string
  entries: readonly Entry[]
  active: Entry | undefined
  onActive: (index: number) => void
  onVerdict: (entry: Entry, verdict: Verdict, quote: string) => Promise<void>
  onUndecide: (entry: Entry) => void
  onAsk: () => void
}

/** The candidates in their order. Only the active one is unfolded; the others keep one line and their reasons. */
export function Answers({ caseId, entries, active, onActive, onVerdict, onUndecide, onAsk }: AnswersProps) {
  const words = useWords().confirm
  if (entries.length === 0)
    return (
      <EmptyState
        icon={IconMailQuestion}
        title={words.empty.noCandidates}
        detail={words.empty.noCandidatesDetail}
      >
        <Button size="xs" onClick={onAsk}>
          {words.ask.open}
        </Button>
      </EmptyState>
    )
  return (
    <ol className={classes.entries}>
      {entries.map((entry, index) => (
        <li key={entry.message.id} className={classes.entry} data-active={entry === active || undefined}>
          {entry === active ? (
            <AnswerCard
              caseId={caseId}
              entry={entry}
              place={words.decide.candidate(index + 1, entries.length)}
              onVerdict={(verdict, quote) => void onVerdict(entry, verdict, quote)}
              onUndecide={() => onUndecide(entry)}
            />
          ) : (
            <button type="button" className={classes.folded} onClick={() => onActive(index)}>
              <AnswerHead entry={entry} />
            </button>
          )}
        </li>
      ))}
    </ol>
  )
}
