import { marquing, nie, ottwald, tuo } from '../cast.ts'
import { deal, euros } from '../deal.ts'
import type { Letter } from '../mail/letter.ts'
import { makeLogo } from '../papers/bank-slip.ts'
import { makeContract } from '../papers/contract.ts'
import { makeProforma } from '../papers/proforma.ts'
import { makeContractDraft } from '../papers/word-papers.ts'
import { financeDesk, purchaseDesk, saleDesk } from './hands.ts'
import { logoContentId, quotationPage } from './quotation-page.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const inquiry: Letter = {
  ...purchaseDesk,
  file: '01-2025-04-08-inquiry',
  at: '2025-04-08T15:42:11+08:00',
  from: nie,
  to: [ottwald],
  subject: 'Inquiry planetary gearbox OG-220',
  text: `Dear Henrike,

Nice to meet you at the machinery fair in Donglan last month!
Our end user now need 24 sets planetary gearbox OG-220, ratio 1:35. Pls kindly quote your best price CIF Donglan and delivery time.

Looking forward to long term cooperation.
Best regards`,
}

export const quotation: Letter = {
  ...saleDesk,
  file: '02-2025-04-10-quotation',
  at: '2025-04-10T11:05:37+02:00',
  from: ottwald,
  to: [nie],
  subject: 'AW: Inquiry planetary gearbox OG-220 – our offer',
  text: `Dear Kevin,

thank you for your inquiry, we were glad to meet you in Donglan. Our offer:

OG-220, ratio 1:35, ${deal.sets} sets, EUR ${euros(deal.unitFirstMinor)} per set, total EUR ${euros(deal.totalFirstMinor)} CIF Donglan

Delivery ex Hamburg by end of July 2025, payment 20 % in advance and 80 % within 60 days after B/L date. The offer is valid until 30 April 2025.

Best regards`,
  html: { page: quotationPage() },
  answers: inquiry,
  enclosures: [
    { name: 'image001.png', type: 'image/png', contentId: logoContentId, make: async () => makeLogo() },
  ],
}

export const contractOffer: Letter = {
  ...saleDesk,
  file: '03-2025-04-22-contract-draft',
  at: '2025-04-22T16:20:09+02:00',
  from: ottwald,
  to: [nie],
  subject: `Sales contract ${deal.contractNumber}`,
  text: `Dear Kevin,

thanks for the good call today. Please find attached our sales contract ${deal.contractNumber}: ${deal.sets} sets OG-220, total EUR ${euros(deal.totalFirstMinor)}. Payment: 20 % in advance, 80 % within 60 days after the date of the bill of lading. Inspection within 30 days after arrival, objections in writing.

Please let me have it back signed and stamped, a scan by e-mail is fine.

Best regards`,
  answers: quotation,
  enclosures: [{ name: `Sales Contract ${deal.contractNumber}.docx`, type: word, make: makeContractDraft }],
}

export const contractSigned: Letter = {
  ...purchaseDesk,
  file: '04-2025-04-25-contract-chopped',
  at: '2025-04-25T10:12:40+08:00',
  from: nie,
  to: [ottwald],
  subject: `回复: Sales contract ${deal.contractNumber} 合同盖章回传`,
  text: `Henrike 您好！

合同${deal.contractNumber}我司已签字盖章，扫描件见附件，请查收。
预付款五一节后安排，请先发形式发票。

顺祝商祺！`,
  charset: 'gbk',
  words: { charset: 'gbk', encoding: 'B' },
  answers: contractOffer,
  enclosures: [
    {
      name: `销售合同${deal.contractNumber}（已盖章扫描件）.pdf`,
      type: 'application/pdf',
      nameStyle: 'extended',
      make: makeContract,
    },
  ],
}

export const orderConfirmation: Letter = {
  ...saleDesk,
  file: '05-2025-04-28-order-confirmation',
  at: '2025-04-28T09:48:52+02:00',
  from: ottwald,
  to: [nie],
  cc: [marquing],
  subject: `AW: 回复: Sales contract ${deal.contractNumber} 合同盖章回传`,
  words: { charset: 'utf-8', encoding: 'B' },
  text: `Dear Kevin,

contract received with thanks, your order is confirmed. Order confirmation and proforma invoice ${deal.proformaNumber} over the advance of EUR ${euros(deal.advanceMinor)} attached.

Have a nice May holiday!

Best regards`,
  answers: contractSigned,
  enclosures: [{ name: `${deal.proformaNumber}.pdf`, type: 'application/pdf', make: makeProforma }],
}

export const advancePaid: Letter = {
  ...financeDesk,
  file: '06-2025-05-06-advance-paid',
  at: '2025-05-06T16:33:05+08:00',
  from: tuo,
  to: [marquing],
  cc: [nie],
  subject: `预付款已汇出（合同${deal.contractNumber}）`,
  text: `您好，

${deal.contractNumber}号合同预付款€${euros(deal.advanceMinor)}今天已经汇出，请注意查收。
以后付款、开票的事情可以直接联系我。

谢谢！`,
}
