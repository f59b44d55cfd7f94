import type { ExhibitSet } from '@bridge/model/exhibit.ts'
import { type DragEvent, useState } from 'react'
import { dropGroup, dropPlace, type Edge } from './list-places.ts'
import type { ListRow } from './list-rows.ts'
import type { ListEdits } from './use-list-edits.ts'

interface Drop {
  rowId: string
  edge: Edge
}

export interface RowDrag {
  draggedId: string | undefined
  /** The line to draw where the row would land. */
  dropOf: (rowId: string) => Edge | undefined
  onDragStart: (event: DragEvent<HTMLElement>, row: ListRow) => void
  onDragEnd: () => void
  onDragOver: (event: DragEvent<HTMLElement>) => void
  onDrop: (event: DragEvent<HTMLElement>) => void
}

/** Rows and groups dragged by their grip. The keyboard and the row's menu do the same. */
export function useRowDrag(set: ExhibitSet, rows: readonly ListRow[], edits: ListEdits): RowDrag {
  const [dragged, setDragged] = useState<ListRow>()
  const [drop, setDrop] = useState<Drop>()
  const end = (): void => {
    setDragged(undefined)
    setDrop(undefined)
  }
  const overOf = (event: DragEvent): { row: ListRow; edge: Edge } | undefined => {
    const body = event.target instanceof Element && event.target.closest<HTMLElement>('[data-row]')
    const row = body ? rows.find(({ id }) => id === body.dataset.row) : undefined
    if (!body || !row) return undefined
    const { top, height } = body.getBoundingClientRect()
    return { row, edge: event.clientY < top + height / 2 ? 'before' : 'after' }
  }
  return {
    draggedId: dragged?.id,
    dropOf: (rowId) => (drop?.rowId === rowId ? drop.edge : undefined),
    onDragStart: (event, row) => {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', row.id)
      const line = event.currentTarget.closest('tr')
      if (line) event.dataTransfer.setDragImage(line, 16, 16)
      setDragged(row)
    },
    onDragEnd: end,
    onDragOver: (event) => {
      const over = dragged && overOf(event)
      if (!over) return
      event.preventDefault()
      const next =
        dragged.kind === 'group' ? groupLine(set, dragged, over.row) : { rowId: over.row.id, edge: over.edge }
      if (next.rowId !== drop?.rowId || next.edge !== drop.edge) setDrop(next)
    },
    onDrop: (event) => {
      const over = dragged && overOf(event)
      end()
      if (!over) return
      event.preventDefault()
      if (dragged.kind === 'group') return edits.moveGroup(dragged.id, dropGroup(set, over.row))
      const place = dropPlace(set, dragged.id, over.row, over.edge)
      if (place) edits.move(dragged.id, place)
    },
  }
}

/** A group lands above the group it is dragged up to, or below the last row of the one it is dragged down to. */
function groupLine(set: ExhibitSet, dragged: ListRow & { kind: 'group' }, over: ListRow): Drop {
  const target = set.groups[dropGroup(set, over)]
  const isBelow = dropGroup(set, over) > dragged.groupAt
  const last = target?.exhibits.at(-1)?.id ?? over.group.id
  return isBelow ? { rowId: last, edge: 'after' } : { rowId: over.group.id, edge: 'before' }
}
