import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './ExhibitTable.module.css'
import { Grip } from './Grip.tsx'
import { Lines } from './Lines.tsx'
import { useList } from './ListContext.ts'
import { filedColumns } from './list-columns.ts'
import type { ListRow } from './list-rows.ts'
import { linesOf } from './list-text.ts'
import { RowMenu } from './RowMenu.tsx'
import { TextCell } from './TextCell.tsx'
import { cellName, isTabStop } from './use-grid.ts'

/** The head of a group: what it is called, and what its exhibits prove together. */
export function GroupRow({ row }: { row: ListRow & { kind: 'group' } }) {
  const words = useWords().exhibits
  const { settings, grid, shape, edits } = useList()
  const { group } = row
  const place = { rowId: row.id, column: 'number' } as const
  const label = linesOf(group.label, settings.language)
  const name = label[0]?.text ?? linesOf(group.title, settings.language)[0]?.text ?? words.cell.emptyGroup
  const wide = filedColumns(settings).indexOf('purpose') - 1
  return (
    <tr className={classes.group}>
      <td className={classes.margin}>
        <Grip row={row} />
      </td>
      <th
        scope="rowgroup"
        data-cell={cellName(place)}
        className={classes.number}
        tabIndex={isTabStop(shape, grid, row.id, 'number') ? 0 : -1}
        onFocus={() => grid.onFocus(place)}
      >
        {label.length > 0 ? (
          <Lines lines={label} />
        ) : (
          <span className={classes.hint}>{words.cell.emptyGroup}</span>
        )}
      </th>
      <TextCell
        rowId={row.id}
        column="title"
        name={words.cell.name(words.cell.groupTitle, name)}
        value={group.title}
        colSpan={wide}
        empty={<span className={classes.hint}>{words.cell.groupTitle}</span>}
        onSave={(title) => edits.changeGroup(group.id, { title })}
      />
      <TextCell
        rowId={row.id}
        column="purpose"
        name={words.cell.name(words.cell.groupPurpose, name)}
        value={group.purpose}
        colSpan={filedColumns(settings).length - 1 - wide}
        empty={<span className={classes.hint}>{words.cell.groupPurpose}</span>}
        onSave={(purpose) => edits.changeGroup(group.id, { purpose })}
      />
      <RowMenu row={row} label={words.row.groupMenu(name)} />
    </tr>
  )
}
