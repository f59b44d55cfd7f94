import { Button, SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBriefcase, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Failed } from '../../components/Failed.tsx'
import { FilterRow } from '../../components/FilterRow.tsx'
import { Loading } from '../../components/Loading.tsx'
import { useQuery } from '../../ipc/use-query.ts'
import { formatCount } from '../../lib/format-number.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import { CaseList } from './CaseList.tsx'
import classes from './CasesView.module.css'

/** All cases, searched and filtered; the first screen of an open vault. */
export function CasesView() {
  const words = useWords()
  const locale = useLocale()
  const [, go] = useLocation()
  const [typed, setTyped] = useState('')
  const [archived, setArchived] = useState(false)
  const [search] = useDebouncedValue(typed, 150)
  const { data, error, refetch } = useQuery('cases.list', { search, archived }, { keepPrevious: true })
  const add = (): void => go('/cases/new')
  useActions([{ id: 'new-case', label: words.cases.add, group: words.app.groups.case, keys: 'n', run: add }])
  const cases = data?.cases
  return (
    <section className={classes.view} aria-label={words.cases.title}>
      <FilterRow
        searchLabel={words.cases.search}
        clearLabel={words.cases.clearSearch}
        group={words.app.groups.list}
        search={typed}
        onSearch={setTyped}
      >
        <SegmentedControl
          aria-label={words.cases.which.label}
          data={[
            { value: 'current', label: words.cases.which.current },
            { value: 'archived', label: words.cases.which.archived },
          ]}
          value={archived ? 'archived' : 'current'}
          onChange={(value) => setArchived(value === 'archived')}
        />
        <span className={classes.count} role="status">
          {cases && words.cases.count(formatCount(cases.length, locale), cases.length === 1)}
        </span>
        <Button
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          aria-keyshortcuts="N"
          onClick={add}
        >
          {words.cases.add}
        </Button>
      </FilterRow>
      {error && <Failed error={error.error} onRetry={() => void refetch()} />}
      {!cases && !error && <Loading />}
      {cases?.length === 0 && <NoCases searched={search !== ''} archived={archived} onAdd={add} />}
      {cases && cases.length > 0 && <CaseList cases={cases} />}
    </section>
  )
}

interface NoCasesProps {
  searched: boolean
  archived: boolean
  onAdd: () => void
}

function NoCases({ searched, archived, onAdd }: NoCasesProps) {
  const words = useWords().cases
  if (searched)
    return <EmptyState icon={IconBriefcase} title={words.empty.noneTitle} detail={words.empty.noneDetail} />
  if (archived) return <EmptyState icon={IconBriefcase} title={words.empty.archivedTitle} />
  return (
    <EmptyState icon={IconBriefcase} title={words.empty.title} detail={words.empty.detail}>
      <Button onClick={onAdd}>{words.add}</Button>
    </EmptyState>
  )
}
