import { buyer, seller } from '../cast.ts'
import { deal, euros } from '../deal.ts'
import { companyChop } from './seals.ts'
import { closeSheet, letterAt, openSheet, paper, paragraph } from './sheet.ts'
import { table } from './table.ts'

/** The statement of account as the buyer returned it, chopped by its finance department. */
export async function makeReconciliation(): Promise<Uint8Array> {
  const sheet = await openSheet({
    title: '对账单（盖章）',
    author: buyer.nameZh,
    madeOn: '2026-01-16',
    scanned: true,
  })
  letterAt(sheet, '对  账  单', sheet.y, { size: 18, bold: true, x: paper.width / 2, align: 'center' })
  sheet.y += 44
  paragraph(sheet, `致：${buyer.nameZh}`)
  paragraph(sheet, `自：${seller.name}（${seller.nameZh}）`)
  paragraph(sheet, `合同号：${deal.contractNumber}    截止日期：2026年1月15日    币种：欧元`, { gap: 10 })
  table(
    sheet,
    [
      { title: '日期', width: 80 },
      { title: '摘要', width: 210 },
      { title: '应付', width: 96, align: 'right' },
      { title: '已付', width: 97, align: 'right' },
    ],
    [
      ['2025-05-06', '预付款20%', '', euros(deal.advanceMinor)],
      ['2025-08-20', `货款（发票${deal.invoiceNumber}）`, euros(deal.totalMinor), ''],
      ['2025-11-28', '部分付款', '', euros(deal.partPaidMinor)],
      ['2026-01-15', '尚欠货款', euros(deal.openMinor), ''],
    ],
  )
  paragraph(sheet, `经核对无误，截至2026年1月15日，我司尚欠贵司货款${euros(deal.openMinor)}欧元。`, {
    size: 11,
    gap: 24,
  })
  letterAt(sheet, `${buyer.nameZh}（盖章）`, sheet.y, { x: 320 })
  letterAt(sheet, '2026年1月16日', sheet.y + 18, { x: 320 })
  companyChop(sheet, buyer.nameZh, '财务专用章', { x: 400, y: sheet.y + 18 })
  return closeSheet(sheet)
}
