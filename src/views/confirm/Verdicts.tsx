import type { Verdict } from '@bridge/model/statement.ts'
import { Button } from '@mantine/core'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { Keys } from '../../components/Keys.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Bench.module.css'

const KEYS: Record<Verdict, string> = { confirms: 'enter', denies: 'd', rejected: 'x' }
const VERDICTS = ['confirms', 'denies', 'rejected'] as const

interface VerdictsProps {
  /** What was decided already. */
  verdict: Verdict | null
  onVerdict: (verdict: Verdict) => void
  onUndecide: () => void
}

/** The three verdicts, by button or by one key, and the way back from one. */
export function Verdicts({ verdict: decided, onVerdict, onUndecide }: VerdictsProps) {
  const words = useWords()
  const { decide } = words.confirm
  const label: Record<Verdict, string> = {
    confirms: decide.confirms,
    denies: decide.denies,
    rejected: decide.rejected,
  }
  useActions(
    VERDICTS.map((verdict) => ({
      id: verdict,
      label: label[verdict],
      group: words.app.groups.confirm,
      keys: KEYS[verdict],
      run: () => onVerdict(verdict),
    })),
  )
  return (
    <div className={classes.buttons}>
      {VERDICTS.map((verdict) => (
        <Button
          key={verdict}
          size="xs"
          color={verdict === 'confirms' ? 'seal' : 'ink'}
          variant={verdict === 'confirms' ? 'filled' : 'default'}
          disabled={decided === verdict}
          rightSection={<Keys keys={KEYS[verdict]} />}
          aria-keyshortcuts={KEYS[verdict]}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onVerdict(verdict)}
        >
          {label[verdict]}
        </Button>
      ))}
      {decided && (
        <Button size="xs" variant="subtle" onClick={onUndecide}>
          {words.app.undo}
        </Button>
      )}
    </div>
  )
}
