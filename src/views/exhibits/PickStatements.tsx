import type { ExhibitSet } from '@bridge/model/exhibit.ts'
import type { Statement } from '@bridge/model/statement.ts'
import { IconRosetteDiscountCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { DayText, MomentText } from '../../components/DateText.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FilterRow } from '../../components/FilterRow.tsx'
import { StateBadge } from '../../components/StateBadge.tsx'
import { useRowHeight } from '../../components/use-row-height.ts'
import { VirtualList } from '../../components/VirtualList.tsx'
import { langOf } from '../../lib/lang-of.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './AddExhibits.module.css'
import { exhibitNumbersByItem } from './list-rows.ts'
import { PickRow } from './PickRow.tsx'

interface PickStatementsProps {
  set: ExhibitSet
  statements: readonly Statement[]
  chosen: ReadonlySet<string>
  onTurn: (id: string) => void
}

/** The confirmed statements of the case, to choose from. */
export function PickStatements({ set, statements, chosen, onTurn }: PickStatementsProps) {
  const words = useWords()
  const label = words.exhibits.picker
  const [search, setSearch] = useState('')
  const [active, setActive] = useState(0)
  const numbers = useMemo(() => exhibitNumbersByItem(set), [set])
  const rowHeight = useRowHeight(2)
  const shown = statements.filter((statement) => fits(statement, search))
  const turn = (index: number): void => {
    const statement = shown[index]
    if (statement) onTurn(statement.id)
  }
  if (statements.length === 0)
    return (
      <EmptyState
        icon={IconRosetteDiscountCheck}
        title={label.noneConfirmed}
        detail={label.noneConfirmedDetail}
      />
    )
  return (
    <>
      <FilterRow
        searchLabel={label.searchStatements}
        clearLabel={label.clearSearch}
        group={words.app.groups.exhibits}
        search={search}
        onSearch={setSearch}
      />
      {shown.length === 0 && <EmptyState icon={IconRosetteDiscountCheck} title={label.noneFits} />}
      <VirtualList
        label={label.statements}
        count={shown.length}
        rowHeight={rowHeight}
        active={Math.min(active, shown.length - 1)}
        onActive={setActive}
        onOpen={turn}
        onPick={turn}
        chosen={{ has: (index) => chosen.has(shown[index]?.id ?? ''), turn }}
        renderRow={(index) => {
          const statement = shown[index]
          return (
            statement && (
              <PickRow isChosen={chosen.has(statement.id)}>
                <StatementLines statement={statement} numbers={numbersOf(statement, numbers)} />
              </PickRow>
            )
          )
        }}
      />
    </>
  )
}

function StatementLines({ statement, numbers }: { statement: Statement; numbers: readonly string[] }) {
  const words = useWords()
  const { message, saidOn } = statement
  return (
    <>
      <span className={classes.quote} lang={langOf(statement.quote)}>
        {statement.quote}
      </span>
      <span className={classes.meta}>
        <StateBadge state={statement.state} />
        <span>{words.terms.kind[statement.kind]}</span>
        <span>{words.terms.channel[statement.channel]}</span>
        <span className={classes.who}>{statement.speaker || message?.fromName || message?.fromAddress}</span>
        {message ? (
          <MomentText at={message.sentAt} zoneMinutes={message.sentZoneMinutes} dayOnly />
        ) : (
          <DayText day={saidOn} />
        )}
        {numbers.length > 0 && <span>{words.exhibits.picker.onList(numbers.join(', '))}</span>}
      </span>
    </>
  )
}

/** The exhibits it stands in: itself where it was typed in, else through its message. */
const numbersOf = (
  { id, message }: Statement,
  numbers: ReadonlyMap<string, readonly string[]>,
): readonly string[] => numbers.get(message?.id ?? id) ?? []

const fits = ({ quote, speaker, message }: Statement, search: string): boolean => {
  const text = `${quote} ${speaker} ${message?.subject ?? ''} ${message?.fromName ?? ''}`.toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
