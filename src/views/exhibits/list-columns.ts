import type { ExhibitSettings } from '@bridge/model/exhibit.ts'

const FILED = [
  'number',
  'title',
  'kind',
  'source',
  'purpose',
  'content',
  'originality',
  'copies',
  'notes',
] as const

/** Columns of the filed list (Evidence Provisions art. 19; kind and originality are custom). */
export type FiledColumn = (typeof FILED)[number]

/** The filed columns with what stands in the margins: marks on the left, the row's menu on the right. */
export type ListColumn = 'marks' | FiledColumn | 'menu'

/** Shares of the width, close to those of the printed list. */
export const SHARES: Record<FiledColumn, number> = {
  number: 26,
  title: 42,
  kind: 25,
  source: 27,
  purpose: 47,
  content: 47,
  originality: 22,
  copies: 18,
  notes: 25,
}

/** What the settings say of the columns that may be left out. */
export type Shown = Pick<ExhibitSettings, 'showKind' | 'showOriginality'>

/** The filed columns as the settings want them, in the order they are printed. */
export const filedColumns = ({ showKind, showOriginality }: Shown): readonly FiledColumn[] =>
  FILED.filter((column) => (column !== 'kind' || showKind) && (column !== 'originality' || showOriginality))

/** The cells of an exhibit that the arrow keys reach. */
export const exhibitCells = (shown: Shown): readonly ListColumn[] => ['marks', ...filedColumns(shown), 'menu']

/** The cells of a group's row. */
export const GROUP_CELLS: readonly ListColumn[] = ['number', 'title', 'purpose', 'menu']

/** Where a group's row takes over from the cell above or below it. */
export const groupCellFor = (column: ListColumn): ListColumn => {
  if (GROUP_CELLS.includes(column)) return column
  return column === 'marks' ? 'number' : 'purpose'
}

const FIXED: readonly ListColumn[] = ['marks', 'number', 'menu']

/** Whether Enter opens the cell for typing. */
export const isEdited = (column: ListColumn): boolean => !FIXED.includes(column)
