import { grey, letterAt, paper, type Sheet } from './sheet.ts'

export interface Column {
  readonly title: string
  readonly width: number
  readonly align?: 'left' | 'right'
}

/** A ruled table at the current height; one line a cell, the head in bold. */
export function table(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  size = 8.5,
): void {
  const height = size * 2
  const drawRow = (cells: readonly string[], bold: boolean) => {
    let x: number = paper.margin
    columns.forEach((column, at) => {
      const right = column.align === 'right'
      sheet.page.drawRectangle({
        x,
        y: paper.height - sheet.y - height,
        width: column.width,
        height,
        borderWidth: 0.5,
        borderColor: grey,
      })
      const style = {
        size,
        bold,
        x: right ? x + column.width - 4 : x + 4,
        align: right ? 'right' : 'left',
      } as const
      letterAt(sheet, cells[at] ?? '', sheet.y + size * 0.4, style)
      x += column.width
    })
    sheet.y += height
  }
  drawRow(
    columns.map((column) => column.title),
    true,
  )
  for (const row of rows) drawRow(row, false)
  sheet.y += size
}
