import type { StatementState } from '@bridge/model/statement.ts'
import { IconBan, IconCircleCheckFilled, IconCircleDashed, IconHelpCircle } from '@tabler/icons-react'
import { useWords } from '../messages/WordsProvider.tsx'
import classes from './StateBadge.module.css'

const SIGNS = {
  unconfirmed: IconCircleDashed,
  asked: IconHelpCircle,
  confirmed: IconCircleCheckFilled,
  denied: IconBan,
} satisfies Record<StatementState, unknown>

/** The state of a statement: sign and word, never colour alone. `signOnly` keeps the word for screen readers. */
export function StateBadge({ state, signOnly = false }: { state: StatementState; signOnly?: boolean }) {
  const word = useWords().terms.state[state]
  const Sign = SIGNS[state]
  return (
    <span
      className={classes.badge}
      data-state={state}
      data-sign-only={signOnly || undefined}
      title={signOnly ? word : undefined}
    >
      <Sign size={14} aria-hidden="true" />
      <span className={signOnly ? classes.hidden : undefined}>{word}</span>
    </span>
  )
}
