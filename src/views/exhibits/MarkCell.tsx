import { ActionIcon, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconEye } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './ExhibitTable.module.css'
import { Grip } from './Grip.tsx'
import { useList } from './ListContext.ts'
import { isWarning } from './list-marks.ts'
import type { ListRow } from './list-rows.ts'
import { cellName, isTabStop } from './use-grid.ts'

/** What is to look at in an exhibit, as one sign in the margin; it leads to the cell or the statement that mends it. */
export function MarkCell({ row }: { row: ListRow }) {
  const words = useWords().exhibits
  const [, go] = useLocation()
  const { caseId, grid, shape, marks } = useList()
  const { id: rowId } = row
  const own = marks.get(rowId) ?? []
  const place = { rowId, column: 'marks' } as const
  const [first] = own
  const tabIndex = isTabStop(shape, grid, rowId, 'marks') ? 0 : -1
  if (!first)
    return (
      <td
        className={classes.margin}
        data-cell={cellName(place)}
        tabIndex={tabIndex}
        onFocus={() => grid.onFocus(place)}
      >
        <Grip row={row} />
      </td>
    )
  const isAmber = own.some(isWarning)
  const Sign = isAmber ? IconAlertTriangle : IconEye
  const text = own.map(({ kind }) => words.marks[kind]).join(' ')
  const mend = (): void => {
    if (first.column) grid.edit({ rowId, column: first.column })
    else if (first.statementId) go(`/cases/${caseId}/confirm/${first.statementId}`)
    else if (first.messageId) go(`/cases/${caseId}/evidence/${first.messageId}`)
  }
  return (
    <td className={classes.margin} onFocus={() => grid.onFocus(place)}>
      <Grip row={row} />
      <Tooltip label={text} multiline maw={280} position="right">
        <ActionIcon
          size="sm"
          data-cell={cellName(place)}
          data-amber={isAmber || undefined}
          tabIndex={tabIndex}
          aria-label={text}
          className={classes.mark}
          onClick={mend}
        >
          <Sign size={16} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    </td>
  )
}
