import type { Progress as HowFar } from '@bridge/model/job.ts'
import { Progress } from '@mantine/core'
import { formatPercent } from '../lib/format-number.ts'
import { useLocale } from '../messages/WordsProvider.tsx'
import classes from './ProgressBar.module.css'

interface ProgressBarProps {
  of: Pick<HowFar, 'done' | 'total'>
  /** What is getting on, in words. */
  label: string
}

/** How far a piece of long work is, as a bar and in per cent. */
export function ProgressBar({ of: { done, total }, label }: ProgressBarProps) {
  const locale = useLocale()
  const share = total > 0 ? Math.min(1, done / total) : 0
  return (
    <>
      <Progress
        className={classes.bar}
        value={share * 100}
        size={4}
        aria-label={label}
        transitionDuration={100}
      />
      <span className={classes.share}>{formatPercent(share, locale)}</span>
    </>
  )
}
