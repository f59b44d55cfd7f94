import type { ExhibitSet } from '@bridge/model/exhibit.ts'
import { useState } from 'react'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { stepGroup, stepPlace } from './list-places.ts'
import type { ListRow } from './list-rows.ts'
import type { Grid } from './use-grid.ts'
import type { ListEdits } from './use-list-edits.ts'
import { useRemove } from './use-remove.ts'

interface RowStepsParts {
  caseId: string
  set: ExhibitSet
  rows: readonly ListRow[]
  edits: ListEdits
  grid: Grid
}

export interface RowSteps {
  /** The row that was stepped last, so that its new place can be read out. */
  steppedId: string | undefined

  /** One step up or down, for an exhibit or a group; the focus goes with it. */
  step: (row: ListRow, step: 1 | -1) => void
  canStep: (row: ListRow, step: 1 | -1) => boolean
  /** Takes an exhibit off the list, or removes an empty group; the focus goes to what follows. */
  remove: (row: ListRow) => void
}

/** What the keyboard and the row's menu do with a whole row. */
export function useRowSteps({ caseId, set, rows, edits, grid }: RowStepsParts): RowSteps {
  const words = useWords().exhibits.row
  const tell = useTell()
  const removeExhibit = useRemove(caseId, edits)
  const { run: removeGroup } = useCommand('exhibits.removeGroup')
  const [steppedId, setStepped] = useState<string>()
  const placeAfter = (row: ListRow, step: 1 | -1) =>
    row.kind === 'group' ? stepGroup(set, row.id, step) : stepPlace(set, row.id, step)
  const refocus = (row: ListRow): void => {
    const column = grid.active?.rowId === row.id ? grid.active.column : 'title'
    grid.goTo({ rowId: row.id, column })
  }
  const leaveRow = (row: ListRow): void => {
    const at = rows.findIndex(({ id }) => id === row.id)
    const next = rows[at + 1] ?? rows[at - 1]
    if (next) grid.goTo({ rowId: next.id, column: 'title' })
  }
  return {
    steppedId,
    canStep: (row, step) => placeAfter(row, step) !== undefined,
    step: (row, step) => {
      const to = placeAfter(row, step)
      if (to === undefined) return
      if (typeof to === 'number') edits.moveGroup(row.id, to)
      else edits.move(row.id, to)
      setStepped(row.id)
      refocus(row)
    },
    remove: (row) => {
      if (row.kind === 'exhibit') {
        leaveRow(row)
        return void removeExhibit(row.exhibit, { groupId: row.group.id, position: row.at })
      }
      if (row.group.exhibits.length > 0) return
      leaveRow(row)
      void removeGroup({ groupId: row.id }).then((reply) =>
        reply.ok ? tell.done(words.groupRemoved) : tell.error(reply.error),
      )
    },
  }
}
