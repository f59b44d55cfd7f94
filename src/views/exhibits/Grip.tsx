import { IconGripVertical } from '@tabler/icons-react'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './ExhibitTable.module.css'
import { useList } from './ListContext.ts'
import type { ListRow } from './list-rows.ts'

/** What a row is dragged by. Only for the pointer: Alt with an arrow key does the same, and so does the row's menu. */
export function Grip({ row }: { row: ListRow }) {
  const { drag } = useList()
  return (
    <span
      className={classes.grip}
      title={useWords().exhibits.row.drag}
      aria-hidden="true"
      draggable
      onDragStart={(event) => drag.onDragStart(event, row)}
      onDragEnd={drag.onDragEnd}
    >
      <IconGripVertical size={14} />
    </span>
  )
}
