import { useEffect, useRef } from 'react'
import { likeFields, useSealedDraft } from '../../ipc/use-sealed-draft.ts'
import type { CellPlace } from './grid-steps.ts'
import { isEdited } from './list-columns.ts'
import type { ListRow } from './list-rows.ts'
import type { Grid } from './use-grid.ts'

const hasPlace = likeFields({ rowId: '', column: '' })
const isPlace = (left: unknown): left is CellPlace => hasPlace(left) && isEdited((left as CellPlace).column)

/** Remembers the cell that is typed in, and opens it again after a lock; what was typed comes back with it. */
export function useOpenCell(caseId: string, grid: Grid, rows: readonly ListRow[]): void {
  const { left, keep, forget } = useSealedDraft(`exhibit cell ${caseId}`, isPlace)
  const isReopened = useRef(false)
  const { rowId, column } = (grid.isEditing && grid.active) || {}
  const reopen = (): boolean => {
    if (isReopened.current) return false
    isReopened.current = true
    const isThere = left !== undefined && rows.some(({ id }) => id === left.rowId)
    if (isThere) grid.edit(left)
    return isThere
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another cell is news; the rest is new with every drawing
  useEffect(() => {
    if (reopen()) return
    if (rowId !== undefined && column !== undefined) keep({ rowId, column })
    else forget()
  }, [rowId, column])
}
