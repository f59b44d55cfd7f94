import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { useActions } from './actions/ActionsProvider.tsx'
import classes from './FilterRow.module.css'

interface FilterRowProps {
  /** Name of the search field, and what it searches. */
  searchLabel: string
  clearLabel: string
  group: string
  search: string
  onSearch: (search: string) => void
  /** Filters beside the field. */
  children?: ReactNode
}

/** Search (reached with `/`, left with Esc) and filters above a list. */
export function FilterRow({ searchLabel, clearLabel, group, search, onSearch, children }: FilterRowProps) {
  const field = useRef<HTMLInputElement>(null)
  useActions([{ id: 'search', label: searchLabel, group, keys: '/', run: () => field.current?.focus() }])
  return (
    <search className={classes.row}>
      <TextInput
        ref={field}
        size="xs"
        type="search"
        className={classes.search}
        aria-label={searchLabel}
        aria-keyshortcuts="/"
        placeholder={searchLabel}
        maxLength={200}
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        rightSection={
          search && <CloseButton size="xs" aria-label={clearLabel} onClick={() => onSearch('')} />
        }
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          if (search) onSearch('')
          else event.currentTarget.blur()
        }}
      />
      {children}
    </search>
  )
}
