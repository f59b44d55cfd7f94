import { degrees } from '@cantoo/pdf-lib'
import { letterAt, paper, penBlue, type Sheet, sealRed } from './sheet.ts'

const star =
  'M0,-12 L2.8,-3.8 L11.4,-3.7 L4.5,1.5 L7.1,9.7 L0,4.7 L-7.1,9.7 L-4.5,1.5 L-11.4,-3.7 L-2.8,-3.8 Z'

/** A round company chop: name along the upper arc, star in the middle, kind of chop below. Centre in points from the top. */
export function companyChop(
  sheet: Sheet,
  name: string,
  kind: string,
  centre: { x: number; y: number },
): void {
  const { page, bold } = sheet
  const y = paper.height - centre.y
  const faint = { color: sealRed, opacity: 0.82 }
  page.drawCircle({
    x: centre.x,
    y,
    size: 46,
    borderColor: sealRed,
    borderWidth: 2.4,
    borderOpacity: 0.82,
    opacity: 0,
  })
  page.drawSvgPath(star, { x: centre.x, y: y + 2, ...faint })
  const size = 10.5
  const characters = [...name]
  const step = 236 / (characters.length - 1)
  characters.forEach((character, at) => {
    const turn = 118 - at * step
    const angle = ((turn + 90) * Math.PI) / 180
    const half = bold.widthOfTextAtSize(character, size) / 2
    const along = (turn * Math.PI) / 180
    page.drawText(character, {
      x: centre.x + 32 * Math.cos(angle) - half * Math.cos(along),
      y: y + 32 * Math.sin(angle) - half * Math.sin(along),
      size,
      font: bold,
      rotate: degrees(turn),
      ...faint,
    })
  })
  const width = bold.widthOfTextAtSize(kind, 8.5)
  page.drawText(kind, { x: centre.x - width / 2, y: y - 27, size: 8.5, font: bold, ...faint })
}

/** The German side's plain frame with its name and seat. */
export function frameStamp(sheet: Sheet, lines: readonly string[], at: { x: number; y: number }): void {
  const height = 12 + lines.length * 12
  sheet.page.drawRectangle({
    x: at.x,
    y: paper.height - at.y - height,
    width: 190,
    height,
    borderColor: penBlue,
    borderWidth: 1.2,
    opacity: 0,
  })
  lines.forEach((line, row) => {
    letterAt(sheet, line, at.y + 6 + row * 12, { x: at.x + 8, size: 8, color: penBlue })
  })
}

const scribbles = [
  'M0,0 C8,-28 14,-26 12,-4 C10,10 20,-18 26,-12 C32,-6 22,8 34,-6 C44,-18 46,-2 54,-4 C66,-8 70,-16 92,-10',
  'M0,-4 C10,-30 22,-22 14,2 M4,-10 C18,-14 34,-20 30,-4 C28,8 38,-10 46,-8 C56,-4 50,4 64,-6 L96,-14',
]

/** A signature in ballpoint, one of two hands. */
export function signature(sheet: Sheet, hand: 0 | 1, at: { x: number; y: number }): void {
  const path = scribbles[hand] ?? ''
  sheet.page.drawSvgPath(path, { x: at.x, y: paper.height - at.y, borderColor: penBlue, borderWidth: 1.3 })
}
