import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type CellPlace, type GridShape, stepCell, tabCell } from './grid-steps.ts'
import { isEdited, type ListColumn } from './list-columns.ts'

export interface Grid {
  active: CellPlace | undefined
  /** True while the active cell is being typed in. */
  isEditing: boolean
  /** Goes to a cell and gives it the focus, also when its row has just moved. */
  goTo: (cell: CellPlace) => void
  edit: (cell: CellPlace) => void
  /** Leaves the editor: for the cell itself, for the next or previous one, or because the focus went elsewhere. */
  leave: (to: 'cell' | 'next' | 'previous' | 'elsewhere') => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  /** Follows the focus. */
  onFocus: (cell: CellPlace) => void
}

export const cellName = ({ rowId, column }: CellPlace): string => `${rowId}:${column}`

/**
 * One cell of the table has the focus, or is typed in (WAI-ARIA grid). `reveal` scrolls a row into view; the table draws
 * the active row even where it lies outside the window of drawn rows, so that the focus finds it.
 */
export function useGrid(
  shape: GridShape,
  table: RefObject<HTMLTableElement | null>,
  reveal: (index: number) => void,
): Grid {
  const [active, setActive] = useState<CellPlace>()
  const [isEditing, setEditing] = useState(false)
  const wanted = useRef(false)
  useEffect(() => {
    if (!wanted.current || !active) return
    wanted.current = false
    reveal(shape.rows.findIndex(({ id }) => id === active.rowId))
    if (isEditing) return
    table.current
      ?.querySelector<HTMLElement>(`[data-cell="${cellName(active)}"]`)
      ?.focus({ preventScroll: true })
  })
  const go = (cell: CellPlace, editing: boolean): void => {
    wanted.current = true
    setActive({ ...cell })
    setEditing(editing)
  }
  return {
    active,
    isEditing,
    goTo: (cell) => go(cell, false),
    edit: (cell) => go(cell, true),
    leave: (to) => {
      if (to === 'elsewhere' || !active) return setEditing(false)
      const next = to === 'cell' ? undefined : tabCell(shape, active, to === 'next' ? 1 : -1)
      go(next ?? active, next !== undefined)
    },
    onKeyDown: (event) => {
      const isCell = event.target instanceof HTMLElement && event.target.dataset.cell !== undefined
      if (!isCell || !active || event.altKey || event.nativeEvent.isComposing) return
      const opens = (event.key === 'Enter' || event.key === 'F2') && isEdited(active.column)
      const next = opens ? active : stepCell(shape, active, event)
      if (!next) return
      event.preventDefault()
      go(next, opens)
    },
    onFocus: (cell) => {
      if (active?.rowId === cell.rowId && active.column === cell.column) return
      setActive(cell)
      setEditing(false)
    },
  }
}

/** Whether Tab reaches this cell: the active one, or the first title while none is. */
export const isTabStop = (
  { rows }: GridShape,
  { active }: Pick<Grid, 'active'>,
  rowId: string,
  column: ListColumn,
): boolean => {
  const isKnown = active && rows.some(({ id }) => id === active.rowId)
  if (!isKnown) return column === 'title' && rows[0]?.id === rowId
  return active.rowId === rowId && active.column === column
}
