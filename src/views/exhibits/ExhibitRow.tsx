import { EVIDENCE_KINDS, type ExhibitWording, ORIGINALITIES } from '@bridge/model/exhibit.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { ChoiceCell } from './ChoiceCell.tsx'
import { CopiesCell } from './CopiesCell.tsx'
import classes from './ExhibitTable.module.css'
import { ItemStrip } from './ItemStrip.tsx'
import { Blank, Missing } from './ListCell.tsx'
import { useList } from './ListContext.ts'
import { type FiledColumn, filedColumns } from './list-columns.ts'
import type { ListRow } from './list-rows.ts'
import { MarkCell } from './MarkCell.tsx'
import { RowMenu } from './RowMenu.tsx'
import { TextCell } from './TextCell.tsx'
import { cellName, isTabStop } from './use-grid.ts'

/** An exhibit as it is filed, and below it what it is made of. */
export function ExhibitRow({ row }: { row: ListRow & { kind: 'exhibit' } }) {
  const words = useWords().exhibits
  const { settings } = useList()
  const columns = filedColumns(settings)
  const { exhibit } = row
  return (
    <>
      <tr className={classes.exhibit}>
        <MarkCell row={row} />
        <NumberCell row={row} />
        {columns.slice(1).map((column) => (
          <ExhibitCell key={column} row={row} column={column} />
        ))}
        <RowMenu row={row} label={words.row.menu(exhibit.number)} />
      </tr>
      <tr className={classes.made}>
        <td className={classes.margin} />
        <td colSpan={columns.length} className={classes.holds}>
          <ItemStrip exhibit={exhibit} />
        </td>
        <td className={classes.margin} />
      </tr>
    </>
  )
}

function NumberCell({ row }: { row: ListRow & { kind: 'exhibit' } }) {
  const { grid, shape } = useList()
  const place = { rowId: row.id, column: 'number' } as const
  return (
    <th
      scope="row"
      data-cell={cellName(place)}
      className={classes.number}
      tabIndex={isTabStop(shape, grid, row.id, 'number') ? 0 : -1}
      onFocus={() => grid.onFocus(place)}
    >
      {row.exhibit.number}
    </th>
  )
}

const REQUIRED: readonly FiledColumn[] = ['title', 'source', 'purpose', 'content']

function ExhibitCell({ row, column }: { row: ListRow & { kind: 'exhibit' }; column: FiledColumn }) {
  const words = useWords().exhibits
  const { edits } = useList()
  const { exhibit } = row
  const save = (wording: Partial<ExhibitWording>): void => edits.changeWording(exhibit.id, wording)
  const base = {
    rowId: row.id,
    name: words.cell.name(words.filed.columns[column], exhibit.number),
  }
  switch (column) {
    case 'number':
      return null
    case 'copies':
      return <CopiesCell {...base} value={exhibit.copies} onSave={(copies) => save({ copies })} />
    case 'kind':
      return (
        <ChoiceCell
          {...base}
          column={column}
          value={exhibit.kind}
          options={EVIDENCE_KINDS}
          word={({ evidenceKinds }, kind) => evidenceKinds[kind]}
          onSave={(kind) => save({ kind })}
        />
      )
    case 'originality':
      return (
        <ChoiceCell
          {...base}
          column={column}
          value={exhibit.originality}
          options={ORIGINALITIES}
          word={({ originalities }, originality) => originalities[originality]}
          onSave={(originality) => save({ originality })}
        />
      )
    default:
      return (
        <TextCell
          {...base}
          column={column}
          value={exhibit[column]}
          empty={REQUIRED.includes(column) ? <Missing /> : <Blank />}
          onSave={(text) => save({ [column]: text })}
        />
      )
  }
}
