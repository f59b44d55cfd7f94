import { buyer, forwarder, seller } from '../cast.ts'
import { deal } from '../deal.ts'
import { signature } from './seals.ts'
import { closeSheet, grey, letterAt, openSheet, paper, type Sheet } from './sheet.ts'

interface Box {
  readonly label: string
  readonly lines: readonly string[]
  readonly height: number
}

function drawBox(sheet: Sheet, x: number, width: number, box: Box): void {
  sheet.page.drawRectangle({
    x,
    y: paper.height - sheet.y - box.height,
    width,
    height: box.height,
    borderColor: grey,
    borderWidth: 0.7,
  })
  letterAt(sheet, box.label, sheet.y + 3, { x: x + 4, size: 6.5, color: grey })
  box.lines.forEach((line, row) => {
    letterAt(sheet, line, sheet.y + 14 + row * 12, { x: x + 4, size: 8.5 })
  })
}

/** A shipped-on-board bill of lading of an invented carrier. */
export async function makeBillOfLading(): Promise<Uint8Array> {
  const facts = {
    title: `Bill of Lading ${deal.billNumber}`,
    author: 'Elbkontor Linie',
    madeOn: '2025-08-18',
  }
  const sheet = await openSheet({ ...facts, scanned: true })
  letterAt(sheet, 'ELBKONTOR LINIE', sheet.y, { size: 16, bold: true })
  letterAt(sheet, 'BILL OF LADING', sheet.y, {
    size: 14,
    bold: true,
    x: paper.width - paper.margin,
    align: 'right',
  })
  letterAt(sheet, `No. ${deal.billNumber}`, sheet.y + 20, { x: paper.width - paper.margin, align: 'right' })
  sheet.y += 42
  const full = paper.width - 2 * paper.margin
  const rows: readonly (readonly Box[])[] = [
    [{ label: 'SHIPPER', lines: [seller.name, seller.address], height: 48 }],
    [{ label: 'CONSIGNEE', lines: [buyer.name, buyer.nameZh, buyer.address], height: 56 }],
    [
      {
        label: 'NOTIFY PARTY',
        lines: ['Same as consignee', `Agent: ${forwarder.name}, Hong Kong`],
        height: 44,
      },
    ],
    [
      { label: 'VESSEL / VOYAGE', lines: [`${deal.vessel} / ${deal.voyage}`], height: 34 },
      { label: 'CONTAINER', lines: [`${deal.container} / 1 x 20' GP`], height: 34 },
    ],
    [
      { label: 'PORT OF LOADING', lines: ['Hamburg, Germany'], height: 34 },
      { label: 'PORT OF DISCHARGE', lines: ['Donglan, China'], height: 34 },
    ],
    [
      {
        label: 'MARKS, NUMBERS, DESCRIPTION OF GOODS',
        lines: [
          `${deal.contractNumber}  DONGLAN  C/NO. 1-24`,
          `24 wooden cases STC ${deal.goods}`,
          'Gross weight 8,736.0 kg      Measurement 21.600 cbm',
          'FREIGHT PREPAID      CLEAN ON BOARD',
        ],
        height: 120,
      },
    ],
    [
      { label: 'SHIPPED ON BOARD', lines: ['18 August 2025'], height: 60 },
      { label: 'PLACE AND DATE OF ISSUE', lines: ['Hamburg, 18 August 2025'], height: 60 },
    ],
  ]
  for (const boxes of rows) {
    const width = full / boxes.length
    boxes.forEach((box, at) => {
      drawBox(sheet, paper.margin + at * width, width, box)
    })
    sheet.y += boxes[0]?.height ?? 0
  }
  letterAt(sheet, 'Signed for the carrier Elbkontor Linie', sheet.y + 16, { size: 8 })
  signature(sheet, 0, { x: 70, y: sheet.y + 60 })
  letterAt(sheet, 'Three (3) originals issued', sheet.y + 70, { size: 8 })
  return closeSheet(sheet)
}
