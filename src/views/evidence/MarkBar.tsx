import { STATEMENT_KINDS, type StatementKind } from '@bridge/model/statement.ts'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { Keys } from '../../components/Keys.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import type { Passage } from '../../lib/passages.ts'
import { clearSelection } from '../../lib/select-range.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Reader.module.css'

const KEYS: Record<StatementKind, string> = { term: 't', delivery: 'd', defect: 'f', debt: 'b' }

interface MarkBarProps {
  messageId: string
  /** The selected passage, for what the bar shows. */
  passage: Passage | null
  /** The same, read at this moment: a key may fall before the page has drawn the selection. */
  readPassage: () => Passage | null
  children: ReactNode
}

/** Turns the selected passage into a statement, by button or by one letter. */
export function MarkBar({ messageId, passage, readPassage, children }: MarkBarProps) {
  const words = useWords()
  const { mark: label } = words.evidence
  const tell = useTell()
  const mark = useCommand('confirmations.mark')
  const remove = useCommand('confirmations.remove')
  const run = async (kind: StatementKind): Promise<void> => {
    const selected = readPassage()
    if (!selected) return tell.done(label.hint)
    const { start, quote } = selected
    const reply = await mark.run({ messageId, kind, quote, quoteStart: start })
    if (!reply.ok) return tell.error(reply.error)
    clearSelection()
    const { statementId } = reply.value
    const undo = async (): Promise<void> => {
      const undone = await remove.run({ statementId })
      if (!undone.ok) tell.error(undone.error)
    }
    tell.undoable(label.done(words.terms.kind[kind]), () => void undo())
  }
  useActions(
    STATEMENT_KINDS.map((kind) => ({
      id: `mark-${kind}`,
      label: `${label.as}: ${words.terms.kind[kind]}`,
      group: words.app.groups.message,
      keys: KEYS[kind],
      run: () => void run(kind),
    })),
  )
  return (
    <div className={classes.bar} role="toolbar" aria-label={label.toolbar}>
      {passage ? (
        <>
          <span>{label.as}</span>
          {STATEMENT_KINDS.map((kind) => (
            <Button
              key={kind}
              size="compact-sm"
              variant="default"
              rightSection={<Keys keys={KEYS[kind]} />}
              aria-keyshortcuts={KEYS[kind].toUpperCase()}
              disabled={mark.running}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => void run(kind)}
            >
              {words.terms.kind[kind]}
            </Button>
          ))}
          <span className={classes.grow} />
        </>
      ) : (
        <span className={classes.grow}>{label.hint}</span>
      )}
      {children}
    </div>
  )
}
