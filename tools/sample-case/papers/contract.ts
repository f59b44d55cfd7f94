import { buyer, nie, niePrivate, ottwald, seller } from '../cast.ts'
import { deal, euros } from '../deal.ts'
import { companyChop, frameStamp, signature } from './seals.ts'
import { closeSheet, letterAt, openSheet, paper, paragraph, rule, turnPage } from './sheet.ts'

/** Clauses of the contract, Chinese first; the letters and the case file quote from them. */
export const clauses: readonly { readonly title: string; readonly zh: string; readonly en: string }[] = [
  {
    title: '1. 标的 / Goods',
    zh: `${deal.goodsZh}，数量${deal.sets}套，单价${euros(deal.unitFirstMinor)}欧元，总价${euros(deal.totalFirstMinor)}欧元，CIF东澜港。`,
    en: `${deal.goods}, ${deal.sets} sets at EUR ${euros(deal.unitFirstMinor)}, total EUR ${euros(deal.totalFirstMinor)}, CIF Donglan port (Incoterms 2020).`,
  },
  {
    title: '2. 交货 / Delivery',
    zh: '2025年7月31日前自汉堡港装船。',
    en: 'Shipment from Hamburg not later than 31 July 2025.',
  },
  {
    title: '3. 付款 / Payment',
    zh: '合同签订后电汇预付20%；其余80%货款于提单日后60日内电汇付清。',
    en: '20 % by T/T in advance after signing; the remaining 80 % by T/T within 60 days after the date of the bill of lading.',
  },
  {
    title: '4. 检验 / Inspection',
    zh: '买方应于货到目的港后30日内检验；逾期未以书面提出异议的，视为货物符合约定。',
    en: 'The Buyer inspects within 30 days after arrival at the port of destination; goods not objected to in writing within that time are deemed to conform.',
  },
  {
    title: '5. 所有权 / Title',
    zh: '货款付清前，货物所有权归卖方。',
    en: 'Title stays with the Seller until the price has been paid in full.',
  },
  {
    title: '6. 通知 / Notices',
    zh: `双方以下列电子邮箱往来，邮件内容对双方具有约束力：卖方 ${ottwald.address}；买方 ${nie.address}、${niePrivate.address}。`,
    en: `Notices and changes may be given by e-mail and bind both sides: Seller ${ottwald.address}; Buyer ${nie.address}, ${niePrivate.address}.`,
  },
  {
    title: '7. 违约 / Default',
    zh: '逾期付款的，每逾期一日按应付未付金额的万分之二支付违约金。',
    en: 'For late payment the Buyer pays liquidated damages of 0.02 % of the overdue amount for each day.',
  },
  {
    title: '8. 法律与管辖 / Law and forum',
    zh: '本合同适用中华人民共和国法律；争议由被告住所地有管辖权的人民法院管辖。',
    en: "This contract is governed by the law of the People's Republic of China; disputes go to the competent people's court at the defendant's domicile.",
  },
]

/** The countersigned contract as the buyer's scanner gave it: bilingual, both signatures, the buyer's chop. */
export async function makeContract(): Promise<Uint8Array> {
  const sheet = await openSheet({
    title: `Sales Contract ${deal.contractNumber}`,
    author: buyer.name,
    madeOn: deal.contractDate,
    scanned: true,
  })
  letterAt(sheet, '销售合同', sheet.y, { size: 20, bold: true, x: paper.width / 2, align: 'center' })
  letterAt(sheet, 'SALES CONTRACT', sheet.y + 28, { size: 13, x: paper.width / 2, align: 'center' })
  sheet.y += 58
  paragraph(sheet, `合同号 / Contract No.: ${deal.contractNumber}      日期 / Date: ${deal.contractDate}`, {
    bold: true,
  })
  rule(sheet, sheet.y)
  sheet.y += 8
  paragraph(sheet, `卖方 / Seller: ${seller.name}, ${seller.address}`)
  paragraph(
    sheet,
    `买方 / Buyer: ${buyer.nameZh}（统一社会信用代码 ${buyer.creditCode}）\n${buyer.name}\n${buyer.addressZh}`,
  )
  for (const [at, clause] of clauses.entries()) {
    if (at === 6) turnPage(sheet)
    paragraph(sheet, clause.title, { bold: true, gap: 0 })
    paragraph(sheet, clause.zh, { gap: 0 })
    paragraph(sheet, clause.en, { gap: 7 })
  }
  const y = sheet.y + 16
  letterAt(sheet, '卖方 / Seller', y, { bold: true })
  letterAt(sheet, '买方 / Buyer', y, { bold: true, x: 320 })
  letterAt(sheet, seller.name, y + 18)
  letterAt(sheet, buyer.nameZh, y + 18, { x: 320 })
  signature(sheet, 0, { x: 80, y: y + 78 })
  frameStamp(sheet, [seller.name, 'Am Mühlgraben 17', '00417 Ohlenrieth'], { x: 62, y: y + 88 })
  signature(sheet, 1, { x: 340, y: y + 78 })
  companyChop(sheet, buyer.nameZh, '合同专用章', { x: 420, y: y + 92 })
  return closeSheet(sheet)
}
