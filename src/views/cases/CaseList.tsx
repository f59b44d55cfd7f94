import type { CaseSummary } from '@bridge/model/case.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { useRowHeight } from '../../components/use-row-height.ts'
import { useTell } from '../../components/use-tell.ts'
import { VirtualList } from '../../components/VirtualList.tsx'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './CaseList.module.css'
import { CaseRow } from './CaseRow.tsx'

/** The cases as rows of a ledger. Enter or a click opens one. */
export function CaseList({ cases }: { cases: readonly CaseSummary[] }) {
  const words = useWords()
  const [, go] = useLocation()
  const [at, setAt] = useState(0)
  const active = Math.min(at, cases.length - 1)
  const open = (index: number): void => {
    const opened = cases[index]
    if (opened) go(`/cases/${opened.id}/evidence`)
  }
  const group = words.app.groups.list
  useCaseActions(cases[active])
  useActions([
    {
      id: 'next',
      label: words.cases.nextRow,
      group,
      keys: 'j',
      run: () => setAt(Math.min(active + 1, cases.length - 1)),
    },
    {
      id: 'previous',
      label: words.cases.previousRow,
      group,
      keys: 'k',
      run: () => setAt(Math.max(active - 1, 0)),
    },
  ])
  return (
    <>
      <Columns />
      <VirtualList
        label={words.cases.list}
        count={cases.length}
        rowHeight={useRowHeight(2)}
        active={active}
        onActive={setAt}
        onOpen={open}
        onPick={open}
        renderRow={(index) => {
          const row = cases[index]
          return row && <CaseRow summary={row} />
        }}
      />
    </>
  )
}

/** Headings over the rows; each row names its own figures for the screen reader. */
function Columns() {
  const { columns } = useWords().cases
  return (
    <div className={classes.columns} aria-hidden="true">
      <span>{columns.case}</span>
      <span>{columns.counterparty}</span>
      <span className={classes.number}>{columns.claim}</span>
      <span className={classes.number}>{columns.due}</span>
      <span className={classes.number}>{columns.messages}</span>
      <span className={classes.number}>{columns.confirmed}</span>
      <span className={classes.number}>{columns.exhibits}</span>
    </div>
  )
}

/** What can be done with the active case. */
function useCaseActions(current: CaseSummary | undefined): void {
  const words = useWords()
  const [, go] = useLocation()
  const archive = useArchive()
  const group = words.app.groups.case
  useActions([
    {
      id: 'open',
      label: words.cases.open,
      group,
      keys: 'enter',
      run: () => current && go(`/cases/${current.id}/evidence`),
    },
    {
      id: 'edit',
      label: words.cases.edit,
      group,
      keys: 'e',
      run: () => current && go(`/cases/${current.id}/edit`),
    },
    {
      id: 'archive',
      label: current?.archivedAt ? words.cases.unarchive : words.cases.archive,
      group,
      run: () => current && void archive(current),
    },
  ])
}

/** Archives a case, or takes it out again, with the way back. */
function useArchive(): (summary: CaseSummary) => Promise<void> {
  const words = useWords().cases
  const tell = useTell()
  const archive = useCommand('cases.archive')
  return async ({ id, title, archivedAt }) => {
    const archived = archivedAt === null
    const reply = await archive.run({ caseId: id, archived })
    if (!reply.ok) return tell.error(reply.error)
    tell.undoable(
      archived ? words.archived(title) : words.unarchived(title),
      () => void archive.run({ caseId: id, archived: !archived }),
    )
  }
}
