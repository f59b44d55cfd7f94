import { buyer, seller } from '../cast.ts'
import { deal, euros } from '../deal.ts'
import { type Canvas, type Colour, fillBox, fillOutlines, newCanvas, write } from './canvas.ts'
import type { Point } from './outline.ts'
import { encodePng } from './png.ts'

const black: Colour = [35, 35, 40]
const blue: Colour = [18, 64, 128]
const line: Colour = [150, 165, 185]
const red: Colour = [205, 60, 55]

function ring(centre: Point, outer: number, inner: number): Point[][] {
  const circle = (radius: number, turn: number) =>
    Array.from({ length: 72 }, (_, at) => {
      const angle = (turn * at * Math.PI) / 36
      return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) }
    })
  return [circle(outer, 1), circle(inner, -1)]
}

function drawTable(
  canvas: Canvas,
  rows: readonly (readonly [label: string, value: string])[],
  top: number,
): void {
  const height = 40
  rows.forEach(([label, value], at) => {
    const y = top + at * height
    fillBox(canvas, 40, y, 820, 1, line)
    write(canvas, label, 54, y + 26, { size: 16, colour: blue })
    write(canvas, value, 250, y + 26, { size: 16, colour: black })
  })
  const bottom = top + rows.length * height
  fillBox(canvas, 40, bottom, 821, 1, line)
  for (const x of [40, 236, 860]) fillBox(canvas, x, top, 1, bottom - top, line)
}

/** The picture of a cross-border payment slip (境外汇款申请书回单) of an invented bank, as sent from a phone. */
export function makeBankSlip(): Uint8Array {
  const canvas = newCanvas(900, 620, [250, 249, 244])
  fillBox(canvas, 0, 0, 900, 64, blue)
  write(canvas, buyer.bankZh, 40, 42, { size: 26, colour: [255, 255, 255], bold: true })
  write(canvas, '境外汇款电子回单', 350, 104, { size: 24, colour: blue, bold: true })
  write(canvas, '回单编号：DCCB20251128000417', 40, 138, { size: 14, colour: black })
  write(canvas, '打印日期：2025-11-28', 690, 138, { size: 14, colour: black })
  drawTable(
    canvas,
    [
      ['汇款人', buyer.nameZh],
      ['汇款人账号', '9901 0000 0417 0000 88'],
      ['收款人', seller.name],
      ['收款人账号', seller.iban],
      ['收款银行', `${seller.bank}（${seller.bic}）`],
      ['币种及金额', `EUR ${euros(deal.partPaidMinor)}（叁万欧元整）`],
      ['汇款日期', '2025年11月28日'],
      ['费用承担', 'SHA'],
      ['附言', `PART PAYMENT ${deal.invoiceNumber} / ${deal.contractNumber}`],
    ],
    156,
  )
  write(canvas, '本回单仅供核对，不作为收款依据。', 40, 556, { size: 13, colour: [120, 120, 120] })
  fillOutlines(canvas, ring({ x: 760, y: 500 }, 66, 62), red)
  write(canvas, '东澜澄海商业银行', 704, 488, { size: 14, colour: red, bold: true })
  write(canvas, '电子回单专用章', 711, 518, { size: 14, colour: red, bold: true })
  return encodePng(canvas)
}

/** The seller's small logo, shown inside its HTML mail. */
export function makeLogo(): Uint8Array {
  const canvas = newCanvas(220, 56, [255, 255, 255])
  const steel: Colour = [40, 70, 92]
  fillOutlines(canvas, ring({ x: 28, y: 28 }, 24, 15), steel)
  fillOutlines(canvas, ring({ x: 28, y: 28 }, 8, 4), steel)
  write(canvas, 'OHLENRIETH', 62, 30, { size: 22, colour: steel, bold: true })
  write(canvas, 'GETRIEBE', 62, 48, { size: 13, colour: steel })
  return encodePng(canvas)
}
