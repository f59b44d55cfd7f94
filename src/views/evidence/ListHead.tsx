import { NativeSelect, SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { FilterRow } from '../../components/FilterRow.tsx'
import { formatCount } from '../../lib/format-number.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './MessageList.module.css'
import type { Filter } from './use-filter.ts'

const ONLY = ['all', 'counterparty', 'statements', 'attachments', 'unreadable'] as const
const ORDERS = ['date', 'thread'] as const

interface ListHeadProps {
  filter: Filter
  onChange: (change: Partial<Filter>) => void
  total: number
  loading: boolean
  /** What stands beside the search: the import. */
  children: ReactNode
}

/** Search, filter, order, and how many messages pass. */
export function ListHead({ filter, onChange, total, loading, children }: ListHeadProps) {
  const words = useWords()
  const locale = useLocale()
  const { evidence } = words
  return (
    <>
      <FilterRow
        searchLabel={evidence.search}
        clearLabel={evidence.clearSearch}
        group={words.app.groups.list}
        search={filter.search}
        onSearch={(search) => onChange({ search })}
      >
        {children}
        <div className={classes.filters}>
          <NativeSelect
            className={classes.only}
            size="xs"
            aria-label={evidence.only.label}
            data={ONLY.map((value) => ({ value, label: evidence.only[value] }))}
            value={filter.only}
            onChange={(event) => {
              const only = ONLY.find((value) => value === event.currentTarget.value)
              if (only) onChange({ only })
            }}
          />
          <SegmentedControl
            aria-label={evidence.order.label}
            data={ORDERS.map((value) => ({ value, label: evidence.order[value] }))}
            value={filter.order}
            onChange={(order) => onChange({ order })}
          />
        </div>
      </FilterRow>
      <div className={classes.count} role="status">
        {loading ? words.app.loading : evidence.count(formatCount(total, locale), total === 1)}
      </div>
    </>
  )
}
