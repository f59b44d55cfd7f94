import type { ExhibitGroup, ExhibitSet } from '@bridge/model/exhibit.ts'
import { VisuallyHidden } from '@mantine/core'
import { Fragment, type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useWords } from '../../messages/WordsProvider.tsx'
import { ExhibitRow } from './ExhibitRow.tsx'
import classes from './ExhibitTable.module.css'
import { GroupRow } from './GroupRow.tsx'
import { ListContext } from './ListContext.ts'
import { ListHead } from './ListHead.tsx'
import { filedColumns } from './list-columns.ts'
import type { Mark } from './list-marks.ts'
import { listRows } from './list-rows.ts'
import { linesOf } from './list-text.ts'
import { useDrawnRows } from './use-drawn-rows.ts'
import { useGrid } from './use-grid.ts'
import { useListActions } from './use-list-actions.ts'
import type { ListEdits } from './use-list-edits.ts'
import { useOpenCell } from './use-open-cell.ts'
import { useRowDrag } from './use-row-drag.ts'
import { useRowSteps } from './use-row-steps.ts'

interface ExhibitTableProps {
  caseId: string
  set: ExhibitSet
  marks: ReadonlyMap<string, readonly Mark[]>
  edits: ListEdits
  /** The exhibit the URL names. */
  openId: string | undefined
  /** The head of the paper, above the table and scrolled with it. */
  heading: ReactNode
}

/** The list as it will be filed, and the editor of it (WAI-ARIA grid on a real table). */
export function ExhibitTable({ caseId, set, marks, edits, openId, heading }: ExhibitTableProps) {
  const words = useWords().exhibits
  const scroller = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const rows = useMemo(() => listRows(set), [set])
  const shape = { rows, shown: set.settings }
  const drag = useRowDrag(set, rows, edits)
  const reveal = useRef((_index: number): void => undefined)
  const grid = useGrid(shape, table, (index) => reveal.current(index))
  const drawn = useDrawnRows(rows, scroller, [grid.active?.rowId, drag.draggedId])
  reveal.current = drawn.reveal
  const steps = useRowSteps({ caseId, set, rows, edits, grid })
  useListActions({ rows, marks, grid, steps })
  useOpenRow(openId, grid.goTo)
  useOpenCell(caseId, grid, rows)
  const stepped = rows.find(({ id }) => id === steps.steppedId)
  const columns = filedColumns(set.settings).length + 2
  const tools = { caseId, settings: set.settings, shape, grid, drag, edits, marks, ...steps }
  return (
    <ListContext value={tools}>
      <VisuallyHidden role="status">
        {stepped?.kind === 'exhibit' &&
          words.row.moved(stepped.exhibit.number, groupName(stepped.group, set))}
      </VisuallyHidden>
      <div ref={scroller} className={classes.scroller}>
        <div className={classes.paper}>
          <div ref={drawn.above}>{heading}</div>
          <table
            ref={table}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is edited is a grid
            role="grid"
            aria-label={words.label}
            aria-rowcount={rows.length + 1}
            className={classes.table}
            onKeyDown={grid.onKeyDown}
            onDragOver={drag.onDragOver}
            onDrop={drag.onDrop}
          >
            <ListHead />
            {drawn.items.map(({ index, key }, at) => {
              const row = rows[index]
              if (!row) return null
              return (
                <Fragment key={key}>
                  <Gap height={drawn.gapBefore(at)} columns={columns} />
                  <tbody
                    ref={drawn.measure}
                    data-index={index}
                    data-row={row.id}
                    data-kind={row.kind}
                    data-active={grid.active?.rowId === row.id || undefined}
                    data-dragged={drag.draggedId === row.id || undefined}
                    data-last={index === rows.length - 1 || undefined}
                    data-drop={drag.dropOf(row.id)}
                    className={classes.row}
                  >
                    {row.kind === 'group' ? <GroupRow row={row} /> : <ExhibitRow row={row} />}
                  </tbody>
                </Fragment>
              )
            })}
            <Gap height={drawn.gapAfter} columns={columns} />
          </table>
        </div>
      </div>
    </ListContext>
  )
}

const groupName = ({ label, title }: ExhibitGroup, { settings }: ExhibitSet): string =>
  [label, title].flatMap((text) => linesOf(text, settings.language)[0]?.text ?? []).join(' ')

/** Stands in for rows that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    <tbody aria-hidden="true">
      <tr style={{ height }}>
        <td colSpan={columns} />
      </tr>
    </tbody>
  )
}

/** Goes to the exhibit the URL names, once. */
function useOpenRow(openId: string | undefined, goTo: ReturnType<typeof useGrid>['goTo']): void {
  const opened = useRef<string>(undefined)
  useEffect(() => {
    if (openId === undefined || opened.current === openId) return
    opened.current = openId
    goTo({ rowId: openId, column: 'title' })
  })
}
