import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
import type { Mark } from './list-marks.ts'
import type { ListRow } from './list-rows.ts'
import type { Grid } from './use-grid.ts'
import type { RowSteps } from './use-row-steps.ts'

interface ListActionsParts {
  rows: readonly ListRow[]
  marks: ReadonlyMap<string, readonly Mark[]>
  grid: Grid
  steps: RowSteps
}

/** The row that is next in need of a look, after the active one and round the end. */
export function nextMarked(
  rows: readonly ListRow[],
  marks: ReadonlyMap<string, readonly Mark[]>,
  activeId: string | undefined,
): ListRow | undefined {
  const at = rows.findIndex(({ id }) => id === activeId) + 1
  return [...rows.slice(at), ...rows.slice(0, at)].find(({ id }) => marks.has(id))
}

/** Offers what can be done with the active row, in the palette and by its keys. */
export function useListActions({ rows, marks, grid, steps }: ListActionsParts): void {
  const { row: words, nextMark } = useWords().exhibits
  const group = useWords().app.groups.exhibits
  const active = rows.find(({ id }) => id === grid.active?.rowId)
  const marked = nextMarked(rows, marks, active?.id)
  const ofRow = active
    ? [
        { id: 'row-up', label: words.up, group, keys: 'alt+arrowup', run: () => steps.step(active, -1) },
        { id: 'row-down', label: words.down, group, keys: 'alt+arrowdown', run: () => steps.step(active, 1) },
        {
          id: 'row-remove',
          label: active.kind === 'exhibit' ? words.remove : words.removeGroup,
          group,
          keys: 'delete',
          run: () => steps.remove(active),
        },
      ]
    : []
  const ofMarks = marked
    ? [
        {
          id: 'next-mark',
          label: nextMark,
          group,
          keys: 'n',
          run: () => grid.goTo({ rowId: marked.id, column: 'marks' }),
        },
      ]
    : []
  useActions([...ofRow, ...ofMarks])
}
