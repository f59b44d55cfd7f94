import { buyer, seller } from '../cast.ts'
import { deal, euros } from '../deal.ts'
import { letterhead } from './letterhead.ts'
import { frameStamp } from './seals.ts'
import { closeSheet, openSheet, paragraph } from './sheet.ts'
import { table } from './table.ts'

/** Order confirmation and proforma invoice for the advance. */
export async function makeProforma(): Promise<Uint8Array> {
  const title = `Proforma Invoice ${deal.proformaNumber}`
  const sheet = await openSheet({ title, author: seller.name, madeOn: '2025-04-28' })
  letterhead(sheet, 'ORDER CONFIRMATION / PROFORMA INVOICE')
  paragraph(sheet, `No. ${deal.proformaNumber}    Date 28 April 2025    Contract ${deal.contractNumber}`, {
    bold: true,
  })
  paragraph(sheet, `To: ${buyer.nameZh}\n${buyer.name}\n${buyer.address}`, { gap: 12 })
  table(
    sheet,
    [
      { title: 'Goods', width: 230 },
      { title: 'Sets', width: 50, align: 'right' },
      { title: 'Unit price EUR', width: 95, align: 'right' },
      { title: 'Amount EUR', width: 108, align: 'right' },
    ],
    [[deal.goods, String(deal.sets), euros(deal.unitFirstMinor), euros(deal.totalFirstMinor)]],
  )
  paragraph(sheet, `Advance payment 20 %: EUR ${euros(deal.advanceMinor)}, due on receipt.`, { bold: true })
  paragraph(sheet, 'Balance 80 %: within 60 days after the date of the bill of lading.')
  paragraph(sheet, `Account: ${seller.bank}, IBAN ${seller.iban}, BIC ${seller.bic}`, { gap: 20 })
  frameStamp(sheet, [seller.name, 'Export Sales Asia', '00417 Ohlenrieth'], { x: 56, y: sheet.y })
  return closeSheet(sheet)
}
