import { PDFArray, PDFDict, PDFName, type PDFPage } from '@cantoo/pdf-lib'
import { bandMm, pointsPerMm } from './sheet.ts'
import type { StampFont } from './stamp-font.ts'

/** What one bundle page carries: the exhibit's number, the case on the left, the bundle page at the foot. */
export interface Stamp {
  label: string
  running: string
  pageLine: string
}

export interface StampFonts {
  regular: StampFont
  bold: StampFont
}

const mm = pointsPerMm
const side = 15 * mm
const red = '0.70 0.10 0.10'
const grey = '0.38 0.38 0.38'

/** Draws the stamp into the two bands that `fitPage` and our own margins keep free. */
export function stampPage(page: PDFPage, stamp: Stamp, fonts: StampFonts): void {
  const { context } = page.doc
  const { width, height } = page.getSize()
  const operators = [
    'q',
    ...labelBox(stamp.label, fonts.bold, width, height),
    ...runningLine(stamp, fonts, width, height),
    ...pageNumber(stamp.pageLine, fonts.regular, width),
    'Q',
  ]
  const resources = page.node.lookup(PDFName.of('Resources'), PDFDict)
  resources.set(PDFName.of('Font'), context.obj({ R: fonts.regular.ref, B: fonts.bold.ref }))
  const contents = page.node.get(PDFName.of('Contents'))
  const parts = PDFArray.withContext(context)
  if (contents) parts.push(contents)
  parts.push(context.register(context.stream(operators.join('\n'))))
  page.node.set(PDFName.of('Contents'), parts)
}

const labelSize = 10.5

function labelWidth(label: string, font: StampFont): number {
  return font.width(label, labelSize) + 5 * mm
}

/** The number in a red frame at the upper right, as a seal would stand. */
function labelBox(label: string, font: StampFont, width: number, height: number): string[] {
  const boxWidth = labelWidth(label, font)
  const boxHeight = 6.6 * mm
  const left = width - side - boxWidth
  const bottom = height - 4.6 * mm - boxHeight
  return [
    `${red} RG ${red} rg 0.9 w`,
    `${at(left)} ${at(bottom)} ${at(boxWidth)} ${at(boxHeight)} re S`,
    text('B', font, label, labelSize, left + 2.5 * mm, bottom + boxHeight / 2 - labelSize * 0.36),
  ]
}

function runningLine(stamp: Stamp, fonts: StampFonts, width: number, height: number): string[] {
  const size = 7.5
  const room = width - 2 * side - labelWidth(stamp.label, fonts.bold) - 6 * mm
  const line = shortened(stamp.running, fonts.regular, size, room)
  const rule = height - (bandMm.top - 1) * mm
  return [
    `${grey} rg`,
    text('R', fonts.regular, line, size, side, height - 9.2 * mm),
    `0.75 G 0.4 w ${at(side)} ${at(rule)} m ${at(width - side)} ${at(rule)} l S`,
  ]
}

function pageNumber(line: string, font: StampFont, width: number): string[] {
  const size = 9
  return ['0.1 g', text('R', font, line, size, (width - font.width(line, size)) / 2, 5 * mm)]
}

/** A line cut to its room, with an ellipsis where it was longer. */
function shortened(line: string, font: StampFont, size: number, room: number): string {
  if (font.width(line, size) <= room) return line
  const characters = [...line]
  while (characters.length > 0 && font.width(`${characters.join('')}…`, size) > room) characters.pop()
  return `${characters.join('')}…`
}

function text(name: string, font: StampFont, line: string, size: number, x: number, y: number): string {
  return `BT /${name} ${size} Tf ${at(x)} ${at(y)} Td ${font.encode(line)} Tj ET`
}

function at(points: number): string {
  return points.toFixed(2)
}
