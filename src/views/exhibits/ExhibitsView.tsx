import type { ExhibitSet } from '@bridge/model/exhibit.ts'
import { Button } from '@mantine/core'
import { IconListNumbers } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Failed } from '../../components/Failed.tsx'
import { Loading } from '../../components/Loading.tsx'
import type { RoomProps } from '../../components/room.ts'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useQuery } from '../../ipc/use-query.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { AddExhibits } from './AddExhibits.tsx'
import classes from './ExhibitsView.module.css'
import { ExhibitTable } from './ExhibitTable.tsx'
import { ExportPanel } from './ExportPanel.tsx'
import { ListBar } from './ListBar.tsx'
import { ListHeading } from './ListHeading.tsx'
import { marksOfSet } from './list-marks.ts'
import { useExport } from './use-export.ts'
import { type ListEdits, useListEdits } from './use-list-edits.ts'

/** The exhibit list of a case: worded, ordered and exported here. */
export function ExhibitsView({ caseId, itemId }: RoomProps) {
  const { set, error, retry, edits } = useListEdits(caseId)
  if (error) return <Failed error={error} onRetry={retry} />
  if (!set) return <Loading />
  return <ExhibitDesk caseId={caseId} set={set} edits={edits} openId={itemId} />
}

interface ExhibitDeskProps {
  caseId: string
  set: ExhibitSet
  edits: ListEdits
  openId: string | undefined
}

const NONE: [] = []

function ExhibitDesk({ caseId, set, edits, openId }: ExhibitDeskProps) {
  const words = useWords().exhibits
  const statements = useQuery('confirmations.list', { caseId }).data?.statements ?? NONE
  const standings = useQuery('translations.standings', { caseId }).data?.standings ?? NONE
  const marks = useMemo(() => marksOfSet(set, statements, standings), [set, statements, standings])
  const exporting = useExport(caseId)
  const [isAdding, setAdding] = useState(false)
  const { addGroup, sort } = useListCommands(caseId)
  const group = useWords().app.groups.exhibits
  const add = (): void => setAdding(true)
  useActions([
    { id: 'add-exhibits', label: words.add, group, keys: 'a', run: add },
    { id: 'add-group', label: words.addGroup, group, keys: 'g', run: addGroup },
    { id: 'sort-exhibits', label: words.sortByDate, group, run: sort },
  ])
  return (
    <div className={classes.view}>
      <ListBar
        set={set}
        edits={edits}
        exporting={exporting}
        markCount={marks.size}
        onAdd={add}
        onAddGroup={addGroup}
        onSort={sort}
      />
      <ExportPanel state={exporting} />
      {set.groups.length === 0 ? (
        <EmptyState icon={IconListNumbers} title={words.empty.title} detail={words.empty.detail}>
          <Button onClick={add}>{words.add}</Button>
        </EmptyState>
      ) : (
        <ExhibitTable
          caseId={caseId}
          set={set}
          marks={marks}
          edits={edits}
          openId={openId}
          heading={<ListHeading caseId={caseId} settings={set.settings} onChange={edits.changeSettings} />}
        />
      )}
      {isAdding && (
        <AddExhibits caseId={caseId} set={set} statements={statements} onClose={() => setAdding(false)} />
      )}
    </div>
  )
}

/** What is done with the list as a whole. */
function useListCommands(caseId: string): { addGroup: () => void; sort: () => void } {
  const words = useWords().exhibits
  const tell = useTell()
  const { run: addGroup } = useCommand('exhibits.addGroup')
  const { run: sort } = useCommand('exhibits.sortByDate')
  return {
    addGroup: () => {
      const wording = { title: { zh: '', en: '' }, purpose: { zh: '', en: '' } }
      void addGroup({ caseId, wording }).then((reply) =>
        reply.ok ? tell.done(words.groupAdded) : tell.error(reply.error),
      )
    },
    sort: () =>
      void sort({ caseId }).then((reply) => (reply.ok ? tell.done(words.sorted) : tell.error(reply.error))),
  }
}
