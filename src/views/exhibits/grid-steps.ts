import {
  exhibitCells,
  GROUP_CELLS,
  groupCellFor,
  isEdited,
  type ListColumn,
  type Shown,
} from './list-columns.ts'
import type { ListRow } from './list-rows.ts'

/** One cell of the table. */
export interface CellPlace {
  rowId: string
  column: ListColumn
}

/** The table as the keyboard walks it. */
export interface GridShape {
  rows: readonly ListRow[]
  shown: Shown
}

const PAGE = 8

const cellsOf = (row: ListRow, shown: Shown): readonly ListColumn[] =>
  row.kind === 'group' ? GROUP_CELLS : exhibitCells(shown)

/** The cell of a row that lies under a column. */
const cellUnder = (row: ListRow, column: ListColumn, shown: Shown): CellPlace => {
  const isThere = cellsOf(row, shown).includes(column)
  return { rowId: row.id, column: isThere ? column : row.kind === 'group' ? groupCellFor(column) : 'title' }
}

/** Where a key leads from a cell (WAI-ARIA grid); undefined for keys that do not move and at the edges. */
export function stepCell(
  { rows, shown }: GridShape,
  from: CellPlace,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
): CellPlace | undefined {
  const at = rows.findIndex(({ id }) => id === from.rowId)
  const row = rows[at]
  if (!row) return undefined
  const cells = cellsOf(row, shown)
  const inRow = (column: ListColumn | undefined): CellPlace | undefined => column && { rowId: row.id, column }
  const toRow = (index: number): CellPlace | undefined => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, index))]
    return next && cellUnder(next, from.column, shown)
  }
  const column = cells.indexOf(from.column)
  switch (key) {
    case 'ArrowRight':
      return inRow(cells[column + 1])
    case 'ArrowLeft':
      return inRow(cells[column - 1])
    case 'ArrowDown':
      return at + 1 < rows.length ? toRow(at + 1) : undefined
    case 'ArrowUp':
      return at > 0 ? toRow(at - 1) : undefined
    case 'PageDown':
      return toRow(at + PAGE)
    case 'PageUp':
      return toRow(at - PAGE)
    case 'Home':
      return ctrlKey ? toRow(0) : inRow(cells[0])
    case 'End':
      return ctrlKey ? toRow(rows.length - 1) : inRow(cells.at(-1))
    default:
      return undefined
  }
}

/** The next cell to type in, over the ends of rows; undefined at either end of the list. */
export function tabCell({ rows, shown }: GridShape, from: CellPlace, step: 1 | -1): CellPlace | undefined {
  let at = rows.findIndex(({ id }) => id === from.rowId)
  let column: ListColumn | undefined = from.column
  for (let row = rows[at]; row; at += step, row = rows[at], column = undefined) {
    const cells = cellsOf(row, shown).filter(isEdited)
    const next = column ? cells[cells.indexOf(column) + step] : cells.at(step > 0 ? 0 : -1)
    if (next) return { rowId: row.id, column: next }
  }
  return undefined
}
