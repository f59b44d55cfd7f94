import { seller } from '../cast.ts'
import { grey, letterAt, paper, rule, type Sheet } from './sheet.ts'

/** The seller's head of a sheet and the title of the paper; leaves `y` below both. */
export function letterhead(sheet: Sheet, title: string): void {
  letterAt(sheet, 'OHLENRIETH', sheet.y, { size: 17, bold: true })
  letterAt(sheet, 'GETRIEBE', sheet.y + 20, { size: 9 })
  letterAt(sheet, seller.name, sheet.y, {
    size: 8,
    x: paper.width - paper.margin,
    align: 'right',
    color: grey,
  })
  letterAt(sheet, seller.address, sheet.y + 12, {
    size: 8,
    x: paper.width - paper.margin,
    align: 'right',
    color: grey,
  })
  rule(sheet, sheet.y + 38, 1)
  letterAt(sheet, title, sheet.y + 54, { size: 13, bold: true })
  sheet.y += 84
}
