import { Button, SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { FilterRow } from '../../components/FilterRow.tsx'
import { formatCount } from '../../lib/format-number.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import { FilterChips } from './FilterChips.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import { GapsButton } from './GapsButton.tsx'
import classes from './MessageList.module.css'
import { SearchHelp } from './SearchHelp.tsx'
import { type Filter, withChange } from './use-filter.ts'
import type { MessagePages } from './use-messages.ts'

const ORDERS = ['date', 'thread'] as const

interface ListHeadProps {
  caseId: string
  filter: Filter
  onChange: (change: Partial<Filter>) => void
  messages: Pick<MessagePages, 'total' | 'hiddenCopies' | 'loading'>
  /** What stands beside the search: the import. */
  children: ReactNode
}

/** Search, filter, order, how many messages pass, and how many are left out as copies of one that does. */
export function ListHead({ caseId, filter, onChange, messages, children }: ListHeadProps) {
  const words = useWords()
  const locale = useLocale()
  const { evidence } = words
  const { total, hiddenCopies, loading } = messages
  const narrow = (next: Filter['filter']): void => onChange({ filter: next })
  return (
    <>
      <FilterRow
        searchLabel={evidence.search}
        clearLabel={evidence.clearSearch}
        group={words.app.groups.list}
        search={filter.search}
        onSearch={(search) => onChange({ search })}
      >
        <SearchHelp />
        {children}
        <div className={classes.filters}>
          <SegmentedControl
            aria-label={evidence.order.label}
            data={ORDERS.map((value) => ({ value, label: evidence.order[value] }))}
            value={filter.order}
            onChange={(order) => onChange({ order })}
          />
          <FilterMenu caseId={caseId} filter={filter} onChange={narrow} />
        </div>
        <FilterChips caseId={caseId} filter={filter.filter} onChange={narrow} />
      </FilterRow>
      <div className={classes.count}>
        <span role="status">
          {loading ? words.app.loading : evidence.count(formatCount(total, locale), total === 1)}
        </span>
        <GapsButton caseId={caseId} />
        {hiddenCopies > 0 && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => narrow(withChange(filter.filter, { copies: true }))}
          >
            {evidence.copies.hidden(formatCount(hiddenCopies, locale), hiddenCopies === 1)}
          </Button>
        )}
      </div>
    </>
  )
}
