import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { formatCount } from '../../lib/format-number.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './Reader.module.css'
import type { Found } from './use-found.ts'

/** Which hit one is at, and the way to the others (N, Shift+N). */
export function FoundBar({ found, count }: { found: Found; count: number }) {
  const words = useWords()
  const locale = useLocale()
  const { hit } = words.evidence
  const group = words.app.groups.message
  useActions([
    { id: 'next-hit', label: hit.next, group, keys: 'n', run: () => found.step(1) },
    { id: 'previous-hit', label: hit.previous, group, keys: 'shift+n', run: () => found.step(-1) },
  ])
  return (
    <div className={classes.found}>
      <span role="status">{hit.place(formatCount(found.at + 1, locale), formatCount(count, locale))}</span>
      <ActionIcon size={24} aria-label={hit.previous} onClick={() => found.step(-1)}>
        <IconChevronUp size={14} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon size={24} aria-label={hit.next} onClick={() => found.step(1)}>
        <IconChevronDown size={14} aria-hidden="true" />
      </ActionIcon>
    </div>
  )
}
