import { STATEMENT_KINDS, type Statement } from '@bridge/model/statement.ts'
import { Button, NativeSelect } from '@mantine/core'
import { useLocation } from 'wouter'
import { ConfirmButton } from '../../components/ConfirmButton.tsx'
import { StateBadge } from '../../components/StateBadge.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Standing.module.css'
import { StatementMarks } from './StatementMarks.tsx'

/** One statement of the open message: what it is about, its state, and where to go on. */
export function StatementCard({ caseId, statement }: { caseId: string; statement: Statement }) {
  const words = useWords()
  const { side } = words.evidence
  const tell = useTell()
  const [, go] = useLocation()
  const changeKind = useCommand('confirmations.changeKind')
  const remove = useCommand('confirmations.remove')
  const removeIt = async (): Promise<void> => {
    const reply = await remove.run({ statementId: statement.id })
    if (reply.ok) tell.done(side.removed)
    else tell.error(reply.error)
  }
  return (
    <div className={classes.card}>
      <div className={classes.cardHead}>
        <NativeSelect
          size="xs"
          aria-label={side.kind}
          data={STATEMENT_KINDS.map((kind) => ({ value: kind, label: words.terms.kind[kind] }))}
          value={statement.kind}
          onChange={(event) => {
            const kind = STATEMENT_KINDS.find((one) => one === event.currentTarget.value)
            if (kind) void changeKind.run({ statementId: statement.id, kind })
          }}
        />
        <StateBadge state={statement.state} />
      </div>
      <blockquote className={classes.quote} lang={langOf(statement.quote)}>
        {statement.quote}
      </blockquote>
      <StatementMarks caseId={caseId} statement={statement} />
      <div className={classes.cardFoot}>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => go(`/cases/${caseId}/confirm/${statement.id}`)}
        >
          {side.toConfirm}
        </Button>
        <ConfirmButton
          size="compact-xs"
          variant="subtle"
          question={side.removeQuestion}
          confirmLabel={side.removeConfirm}
          onConfirm={() => void removeIt()}
        >
          {side.remove}
        </ConfirmButton>
      </div>
    </div>
  )
}
