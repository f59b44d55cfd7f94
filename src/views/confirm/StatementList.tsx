import { STATEMENT_STATES, type Statement } from '@bridge/model/statement.ts'
import { Button, NativeSelect } from '@mantine/core'
import { IconPencilPlus, IconRosetteDiscountCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FilterRow } from '../../components/FilterRow.tsx'
import { useRowHeight } from '../../components/use-row-height.ts'
import { VirtualList } from '../../components/VirtualList.tsx'
import { formatCount } from '../../lib/format-number.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import { ChosenBar } from './ChosenBar.tsx'
import type { StatementFilter } from './filter-statements.ts'
import classes from './StatementList.module.css'
import { StatementRow } from './StatementRow.tsx'

interface StatementListProps {
  caseId: string
  /** Every statement of the case, and those that pass the filter. */
  all: readonly Statement[]
  shown: readonly Statement[]
  activeId: string | undefined
  filter: StatementFilter
  onFilter: (filter: StatementFilter) => void
  onOpen: (statementId: string | undefined) => void
  onRead: () => void
  onType: () => void
}

const FILTERS = ['all', ...STATEMENT_STATES] as const

/** The statements of a case; several may be chosen and made into exhibits. */
export function StatementList(props: StatementListProps) {
  const { caseId, all, shown, filter, onFilter, onType } = props
  const words = useWords()
  const { confirm } = words
  const locale = useLocale()
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set())
  const chosen = all.filter(({ id }) => chosenIds.has(id))
  useActions([
    { id: 'type', label: confirm.type.open, group: words.app.groups.confirm, keys: 'n', run: onType },
  ])
  return (
    <div className={classes.list}>
      <FilterRow
        searchLabel={confirm.search}
        clearLabel={confirm.clearSearch}
        group={words.app.groups.list}
        search={filter.search}
        onSearch={(search) => onFilter({ ...filter, search })}
      >
        <NativeSelect
          size="xs"
          className={classes.state}
          aria-label={confirm.filter.label}
          data={FILTERS.map((value) => ({ value, label: confirm.filter[value] }))}
          value={filter.state}
          onChange={(event) => {
            const state = FILTERS.find((value) => value === event.currentTarget.value)
            if (state) onFilter({ ...filter, state })
          }}
        />
        <Button
          size="xs"
          variant="default"
          aria-keyshortcuts="N"
          leftSection={<IconPencilPlus size={14} aria-hidden="true" />}
          onClick={onType}
        >
          {confirm.type.open}
        </Button>
      </FilterRow>
      <div className={classes.count} role="status">
        {confirm.count(formatCount(shown.length, locale), shown.length === 1)}
      </div>
      {shown.length === 0 ? (
        <NoStatements caseId={caseId} filtered={all.length > 0} />
      ) : (
        <Rows {...props} chosenIds={chosenIds} onChosen={setChosenIds} />
      )}
      {chosen.length > 0 && (
        <ChosenBar caseId={caseId} chosen={chosen} onDone={() => setChosenIds(new Set())} />
      )}
    </div>
  )
}

interface RowsProps extends StatementListProps {
  chosenIds: ReadonlySet<string>
  onChosen: (ids: ReadonlySet<string>) => void
}

function Rows({ shown, activeId, onOpen, onRead, chosenIds, onChosen }: RowsProps) {
  const words = useWords()
  const active = shown.findIndex(({ id }) => id === activeId)
  const openAt = (index: number): void => onOpen(shown[index]?.id)
  const turn = (index: number): void => {
    const id = shown[index]?.id
    if (!id) return
    const next = new Set(chosenIds)
    if (!next.delete(id)) next.add(id)
    onChosen(next)
  }
  const group = words.app.groups.list
  const { confirm } = words
  useActions([
    {
      id: 'next',
      label: confirm.nextRow,
      group,
      keys: 'j',
      run: () => openAt(Math.min(active + 1, shown.length - 1)),
    },
    {
      id: 'previous',
      label: confirm.previousRow,
      group,
      keys: 'k',
      run: () => openAt(Math.max(active - 1, 0)),
    },
    { id: 'choose', label: confirm.choose, group, keys: 'space', run: () => turn(active) },
  ])
  return (
    <VirtualList
      label={confirm.list}
      count={shown.length}
      rowHeight={useRowHeight(3)}
      active={active}
      onActive={openAt}
      onPick={onRead}
      chosen={{ has: (index) => chosenIds.has(shown[index]?.id ?? ''), turn }}
      renderRow={(index) => {
        const statement = shown[index]
        return (
          statement && (
            <StatementRow
              statement={statement}
              chosen={chosenIds.has(statement.id)}
              onChoose={() => turn(index)}
            />
          )
        )
      }}
    />
  )
}

function NoStatements({ caseId, filtered }: { caseId: string; filtered: boolean }) {
  const words = useWords().confirm.empty
  const [, go] = useLocation()
  if (filtered)
    return <EmptyState icon={IconRosetteDiscountCheck} title={words.noneTitle} detail={words.noneDetail} />
  return (
    <EmptyState icon={IconRosetteDiscountCheck} title={words.title} detail={words.detail}>
      <Button size="xs" onClick={() => go(`/cases/${caseId}/evidence`)}>
        {words.toEvidence}
      </Button>
    </EmptyState>
  )
}
