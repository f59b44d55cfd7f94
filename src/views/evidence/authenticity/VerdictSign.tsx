import type { FindingVerdict, ScoreMark } from '@bridge/model/authenticity.ts'
import { IconAlertTriangle, IconCheck, IconHelp } from '@tabler/icons-react'
import classes from './Authenticity.module.css'

const SIGNS = {
  consistent: IconCheck,
  strong: IconCheck,
  inconsistent: IconAlertTriangle,
  weak: IconAlertTriangle,
  'cannot-be-tested': IconHelp,
  'not-known': IconHelp,
}

/** A verdict or a mark: a sign and its word, never colour alone. */
export function VerdictSign({ verdict, word }: { verdict: FindingVerdict | ScoreMark; word: string }) {
  const Sign = SIGNS[verdict]
  return (
    <span className={classes.verdict} data-verdict={verdict}>
      <Sign size={16} aria-hidden="true" />
      {word}
    </span>
  )
}
