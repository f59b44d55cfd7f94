import { VisuallyHidden } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './ExhibitTable.module.css'
import { Lines } from './Lines.tsx'
import { useList } from './ListContext.ts'
import type { FiledColumn } from './list-columns.ts'
import type { TextLine } from './list-text.ts'
import { cellName, isTabStop } from './use-grid.ts'

interface ListCellProps {
  rowId: string
  column: FiledColumn
  lines: readonly TextLine[]
  /** Said where there is nothing to print. */
  empty?: ReactNode
  colSpan?: number
  editor: ReactNode
}

/** A cell that is read until it is clicked or Enter opens it, and then typed in. */
export function ListCell({ rowId, column, lines, empty, colSpan, editor }: ListCellProps) {
  const { grid, shape } = useList()
  const place = { rowId, column }
  const isActive = grid.active?.rowId === rowId && grid.active.column === column
  const onClick = (): void => {
    const isSelecting = window.getSelection()?.isCollapsed === false
    if (!isSelecting && !(isActive && grid.isEditing)) grid.edit(place)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the table takes the keys of all its cells
    <td
      data-cell={cellName(place)}
      data-column={column}
      className={classes.cell}
      tabIndex={isTabStop(shape, grid, rowId, column) ? 0 : -1}
      colSpan={colSpan}
      onFocus={() => grid.onFocus(place)}
      onClick={onClick}
    >
      <div className={classes.text}>{lines.length > 0 ? <Lines lines={lines} /> : empty}</div>
      {isActive && grid.isEditing && editor}
    </td>
  )
}

/** Says of an empty cell that the law wants it filled. */
export const Missing = () => (
  <span className={classes.missing}>
    <IconEye size={13} aria-hidden="true" />
    {useWords().exhibits.cell.missing}
  </span>
)

/** Keeps an empty cell from being silent. */
export const Blank = () => <VisuallyHidden>{useWords().app.notYet}</VisuallyHidden>
