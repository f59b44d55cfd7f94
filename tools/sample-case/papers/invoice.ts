import { buyer, seller } from '../cast.ts'
import { deal, euros } from '../deal.ts'
import { letterhead } from './letterhead.ts'
import { closeSheet, openSheet, paragraph } from './sheet.ts'
import { table } from './table.ts'

/** The commercial invoice over the price as changed, less the advance. */
export async function makeInvoice(): Promise<Uint8Array> {
  const title = `Invoice ${deal.invoiceNumber}`
  const sheet = await openSheet({ title, author: seller.name, madeOn: deal.invoiceDate })
  letterhead(sheet, `COMMERCIAL INVOICE ${deal.invoiceNumber}`)
  paragraph(sheet, `Date: 20 August 2025    Contract: ${deal.contractNumber}    B/L: ${deal.billNumber}`)
  paragraph(sheet, `${buyer.nameZh}\n${buyer.name}\n${buyer.address}`, { gap: 12 })
  table(
    sheet,
    [
      { title: 'Description', width: 250 },
      { title: 'Sets', width: 45, align: 'right' },
      { title: 'Unit EUR', width: 80, align: 'right' },
      { title: 'Amount EUR', width: 108, align: 'right' },
    ],
    [
      [deal.goods, String(deal.sets), euros(deal.unitMinor), euros(deal.totalMinor)],
      ['less advance payment of 6 May 2025', '', '', `- ${euros(deal.advanceMinor)}`],
      ['Amount payable', '', '', euros(deal.invoiceMinor)],
    ],
  )
  paragraph(
    sheet,
    'Payable without deduction not later than 17 October 2025 (60 days after B/L date 18 August 2025).',
    {
      bold: true,
    },
  )
  paragraph(sheet, 'Export delivery, exempt from VAT (section 4 no. 1 a, section 6 UStG).')
  paragraph(sheet, `Account: ${seller.bank}, IBAN ${seller.iban}, BIC ${seller.bic}`)
  return closeSheet(sheet)
}
