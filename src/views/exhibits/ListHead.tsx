import { VisuallyHidden } from '@mantine/core'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './ExhibitTable.module.css'
import { sayFiled } from './filed-words.ts'
import { Lines } from './Lines.tsx'
import { useList } from './ListContext.ts'
import { filedColumns, SHARES } from './list-columns.ts'

/** The columns as they are headed on paper, with the margins on either side. */
export function ListHead() {
  const words = useWords().exhibits.cell
  const { settings } = useList()
  const columns = filedColumns(settings)
  const total = columns.reduce((sum, column) => sum + SHARES[column], 0)
  return (
    <>
      <colgroup>
        <col className={classes.marginColumn} />
        {columns.map((column) => (
          <col key={column} style={{ width: `${(SHARES[column] / total) * 100}%` }} />
        ))}
        <col className={classes.marginColumn} />
      </colgroup>
      <thead>
        <tr>
          <td className={classes.margin}>
            <VisuallyHidden>{words.marks}</VisuallyHidden>
          </td>
          {columns.map((column) => (
            <th key={column} scope="col" className={classes.heading} data-column={column}>
              <Lines lines={sayFiled(settings.language, (filed) => filed.columns[column])} />
            </th>
          ))}
          <td className={classes.margin}>
            <VisuallyHidden>{words.menu}</VisuallyHidden>
          </td>
        </tr>
      </thead>
    </>
  )
}
