import type { MessageFilter } from '@bridge/model/finding.ts'
import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '../../ipc/use-query.ts'
import { formatDay } from '../../lib/format-date.ts'
import type { Messages } from '../../messages/messages.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './FilterMenu.module.css'
import { withChange } from './use-filter.ts'

interface FilterChipsProps {
  caseId: string
  filter: MessageFilter
  onChange: (filter: MessageFilter) => void
}

/** What the list is narrowed by, each to be taken back by itself. */
export function FilterChips({ caseId, filter, onChange }: FilterChipsProps) {
  const words = useWords()
  const locale = useLocale()
  const exhibits =
    useQuery('exhibits.get', { caseId }, { enabled: filter.exhibit !== undefined }).data?.groups.flatMap(
      (group) => group.exhibits,
    ) ?? []
  const numberOf = (id: string): string => exhibits.find((exhibit) => exhibit.id === id)?.number ?? '?'
  const day = (value: string): string => formatDay(value, locale)
  const chips = wordChips(words, filter, { day, numberOf })
  if (chips.length === 0) return null
  return (
    <ul className={classes.chips} aria-label={words.evidence.filter.chosen}>
      {chips.map(([key, text]) => (
        <li key={key} className={classes.chip}>
          <Button
            size="compact-xs"
            variant="light"
            rightSection={<IconX size={12} aria-hidden="true" />}
            aria-label={words.evidence.filter.remove(text)}
            onClick={() => onChange(withChange(filter, { [key]: undefined }))}
          >
            {text}
          </Button>
        </li>
      ))}
    </ul>
  )
}

interface Wording {
  day: (value: string) => string
  numberOf: (exhibitId: string) => string
}

function wordChips(
  words: Messages,
  filter: MessageFilter,
  { day, numberOf }: Wording,
): [keyof MessageFilter, string][] {
  const label = words.evidence.filter
  const { exhibit } = filter
  const texts: Partial<Record<keyof MessageFilter, string | undefined>> = {
    side: filter.side && label.sides[filter.side],
    person: filter.person,
    from: filter.from && label.since(day(filter.from)),
    to: filter.to && label.until(day(filter.to)),
    channel: filter.channel && words.terms.channel[filter.channel],
    form: filter.form && label.forms[filter.form],
    statements: filter.statements && label.statementsOf[filter.statements],
    exhibit: exhibit && (exhibit === 'in' || exhibit === 'out' ? label.exhibits[exhibit] : numberOf(exhibit)),
    attachments: filter.attachments && label.attachments,
    unreadable: filter.unreadable && label.unreadable,
    flagged: filter.flagged && label.flagged,
    copies: filter.copies && label.copies,
  }
  return Object.entries(texts).filter(
    (entry): entry is [keyof MessageFilter, string] => entry[1] !== undefined,
  )
}
