import { buyer, seller } from '../cast.ts'
import { deal, euros } from '../deal.ts'
import { letterhead } from './letterhead.ts'
import { frameStamp, signature } from './seals.ts'
import { closeSheet, openSheet, paragraph } from './sheet.ts'

/** The last demand, Chinese and English, signed by the managing director. */
export async function makeDemand(): Promise<Uint8Array> {
  const sheet = await openSheet({ title: '催款函 / Final demand', author: seller.name, madeOn: '2026-09-07' })
  letterhead(sheet, '催款函 / FINAL DEMAND FOR PAYMENT')
  paragraph(
    sheet,
    `${buyer.nameZh}（统一社会信用代码 ${buyer.creditCode}）\n${buyer.addressZh}\n总经理 骆兆霖 先生`,
    { gap: 12 },
  )
  paragraph(
    sheet,
    `根据双方2025年4月25日签订的第${deal.contractNumber}号销售合同，我司已于2025年8月18日装运${deal.sets}套${deal.goodsZh}，贵司已于2025年9月验收。发票${deal.invoiceNumber}项下货款应于2025年10月17日前付清。贵司仅支付${euros(deal.partPaidMinor)}欧元，并于2026年1月16日书面确认尚欠${euros(deal.openMinor)}欧元。`,
  )
  paragraph(
    sheet,
    `请贵司于2026年9月21日前将欠款${euros(deal.openMinor)}欧元及合同约定的违约金汇至下列账户。逾期未付，我司将向有管辖权的人民法院提起诉讼，不再另行通知。`,
    { gap: 14 },
  )
  paragraph(
    sheet,
    `Under sales contract ${deal.contractNumber} we shipped ${deal.sets} gearboxes on 18 August 2025; you accepted them in September 2025. Of invoice ${deal.invoiceNumber}, due on 17 October 2025, you paid only EUR ${euros(deal.partPaidMinor)}, and on 16 January 2026 you confirmed in writing that EUR ${euros(deal.openMinor)} is owed.`,
  )
  paragraph(
    sheet,
    `We demand payment of EUR ${euros(deal.openMinor)} and of the agreed damages for delay, to arrive not later than 21 September 2026. Failing this we shall go to the competent people's court without further notice.`,
  )
  paragraph(sheet, `收款账户 / Account: ${seller.bank}, IBAN ${seller.iban}, BIC ${seller.bic}`, { gap: 20 })
  paragraph(sheet, 'Ohlenrieth, 7 September 2026')
  signature(sheet, 1, { x: 70, y: sheet.y + 34 })
  frameStamp(sheet, [seller.name, 'Geschäftsführung', 'Dr. Rupert Sellhagen'], { x: 56, y: sheet.y + 48 })
  return closeSheet(sheet)
}
