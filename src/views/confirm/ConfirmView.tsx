import { IconRosetteDiscountCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Failed } from '../../components/Failed.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Panes } from '../../components/Panes.tsx'
import type { RoomProps } from '../../components/room.ts'
import { useQuery } from '../../ipc/use-query.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { AskDialog } from './AskDialog.tsx'
import { filterStatements, nextOpen } from './filter-statements.ts'
import { StatementBench } from './StatementBench.tsx'
import { StatementList } from './StatementList.tsx'
import { TypeDialog } from './TypeDialog.tsx'
import { useOpenDialog } from './use-open-dialog.ts'
import { useStatementFilter } from './use-statement-filter.ts'

/** The statements of a case beside what answers them. */
export function ConfirmView({ caseId, itemId }: RoomProps) {
  const words = useWords().confirm
  const [, go] = useLocation()
  const [front, setFront] = useState('bench')
  const [dialog, setDialog] = useOpenDialog(caseId)
  const [filter, setFilter] = useStatementFilter(caseId)
  const { data, error, refetch } = useQuery('confirmations.list', { caseId })
  if (error) return <Failed error={error.error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const shown = filterStatements(data.statements, filter)
  const current = data.statements.find(({ id }) => id === itemId)
  const open = (statementId: string | undefined): void => {
    if (statementId && statementId !== itemId)
      go(`/cases/${caseId}/confirm/${statementId}`, { replace: itemId !== undefined })
  }
  const list = {
    id: 'list',
    label: words.list,
    content: (
      <StatementList
        caseId={caseId}
        all={data.statements}
        shown={shown}
        activeId={itemId}
        filter={filter}
        onFilter={setFilter}
        onOpen={open}
        onRead={() => setFront('bench')}
        onType={() => setDialog('type')}
      />
    ),
  }
  const bench = {
    id: 'bench',
    label: words.answers,
    content: current ? (
      <StatementBench
        key={current.id}
        caseId={caseId}
        statement={current}
        onAsk={() => setDialog('ask')}
        onDecided={() => open(nextOpen(shown, current)?.id)}
        onReturn={open}
      />
    ) : (
      data.statements.length > 0 && <Unchosen />
    ),
  }
  return (
    <>
      <Panes name="confirm" list={list} main={bench} front={front} onFront={setFront} />
      {dialog === 'type' && <TypeDialog caseId={caseId} onAdded={open} onClose={() => setDialog(null)} />}
      {dialog === 'ask' && current && <AskDialog statements={[current]} onClose={() => setDialog(null)} />}
    </>
  )
}

function Unchosen() {
  const words = useWords().confirm.empty
  return <EmptyState icon={IconRosetteDiscountCheck} title={words.unchosen} detail={words.unchosenDetail} />
}
