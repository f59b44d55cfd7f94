import type { ExhibitSettings } from '@bridge/model/exhibit.ts'
import { createContext, use } from 'react'
import type { GridShape } from './grid-steps.ts'
import type { Mark } from './list-marks.ts'
import type { Grid } from './use-grid.ts'
import type { ListEdits } from './use-list-edits.ts'
import type { RowDrag } from './use-row-drag.ts'
import type { RowSteps } from './use-row-steps.ts'

/** What every row of the table needs to draw itself and to be changed. */
export interface ListTools extends RowSteps {
  caseId: string
  settings: ExhibitSettings
  shape: GridShape
  grid: Grid
  drag: RowDrag
  edits: ListEdits
  marks: ReadonlyMap<string, readonly Mark[]>
}

export const ListContext = createContext<ListTools | null>(null)

export const useList = (): ListTools => {
  const tools = use(ListContext)
  if (!tools) throw new Error('a row outside its table')
  return tools
}
