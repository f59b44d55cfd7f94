import { mak, marquing, nie, ottwald, tuo } from '../cast.ts'
import { deal, euros } from '../deal.ts'
import type { Letter } from '../mail/letter.ts'
import { outlookChina } from '../mail/programs.ts'
import { makeBillOfLading } from '../papers/bill-of-lading.ts'
import { makeInvoice } from '../papers/invoice.ts'
import { makePackingList } from '../papers/packing-list.ts'
import { ledgerDesk, purchaseDesk, saleDesk } from './hands.ts'

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const changeAsked: Letter = {
  ...saleDesk,
  file: '07-2025-06-13-change-please-confirm',
  at: '2025-06-13T10:31:18+02:00',
  from: ottwald,
  to: [nie],
  subject: `${deal.contractNumber}: change agreed on WeChat, please confirm`,
  text: `Dear Kevin,

thank you for your understanding about the late bearings. To keep our files in order, please confirm by e-mail what we agreed on WeChat yesterday:

1. Shipment not later than 20 August 2025 (instead of 31 July 2025).
2. Unit price EUR ${euros(deal.unitMinor)} per set (instead of EUR ${euros(deal.unitFirstMinor)}), contract total EUR ${euros(deal.totalMinor)}.
3. All other terms stay as they are.

Best regards`,
}

export const changeConfirmed: Letter = {
  ...purchaseDesk,
  file: '08-2025-06-16-change-confirmed',
  at: '2025-06-16T09:07:33+08:00',
  from: nie,
  to: [ottwald],
  subject: `回复: ${deal.contractNumber}: change agreed on WeChat, please confirm 变更确认`,
  text: `Henrike 您好！

我司确认上周四微信沟通的内容：交货期改为2025年8月20日前，单价改为每套${euros(deal.unitMinor)}欧元，合同总价改为${euros(deal.totalMinor)}欧元，其他条款不变。

请务必保证8月20日前装船，客户催得很急，拜托了！`,
  charset: 'gbk',
  transfer: 'quoted-printable',
  words: { charset: 'gbk', encoding: 'B' },
  html: 'none',
  answers: changeAsked,
}

export const shipped: Letter = {
  ...saleDesk,
  file: '09-2025-08-19-shipping-documents',
  at: '2025-08-19T14:02:46+02:00',
  from: ottwald,
  to: [nie],
  cc: [mak],
  subject: `${deal.contractNumber} shipped – B/L ${deal.billNumber}`,
  text: `Dear Kevin,

good news: all ${deal.sets} sets were loaded on board ${deal.vessel} on 18 August 2025, B/L ${deal.billNumber}, container ${deal.container}. ETA Donglan about 22 September.

Copy of the bill of lading and packing list attached, originals go to you by courier today.

Best regards`,
  enclosures: [
    { name: `BL ${deal.billNumber}.pdf`, type: 'application/pdf', make: makeBillOfLading },
    {
      name: '装箱单 Packing List.xlsx',
      type: excel,
      nameStyle: 'extended',
      make: async () => makePackingList(),
    },
  ],
}

export const invoiced: Letter = {
  ...ledgerDesk,
  file: '10-2025-08-20-invoice',
  at: '2025-08-20T08:55:20+02:00',
  from: marquing,
  to: [tuo],
  cc: [nie],
  subject: `Invoice ${deal.invoiceNumber} / contract ${deal.contractNumber}`,
  text: `Dear Ms Tuo,

please find attached our invoice ${deal.invoiceNumber} of 20 August 2025. Your advance of EUR ${euros(deal.advanceMinor)} has been deducted; the balance of EUR ${euros(deal.invoiceMinor)} is due on 17 October 2025.

Kind regards / Mit freundlichen Grüßen`,
  enclosures: [{ name: `Rechnung ${deal.invoiceNumber}.pdf`, type: 'application/pdf', make: makeInvoice }],
}

/** The forwarder in Hong Kong writes traditional characters in Big5. */
export const arrived: Letter = {
  program: outlookChina,
  charset: 'big5',
  transfer: 'base64',
  words: { charset: 'big5', encoding: 'B' },
  file: '11-2025-09-23-arrival-notice',
  at: '2025-09-23T11:18:02+08:00',
  from: mak,
  to: [{ ...nie, name: 'Kevin Nie' }],
  cc: [ottwald],
  subject: `到貨通知：${deal.billNumber}（東瀾港）`,
  text: `聶先生：

貴司貨櫃 ${deal.container} 已於2025年9月22日抵達東瀾港，共24箱，外包裝完好。
請憑正本提單辦理提貨手續，免費堆存期至9月29日止。

祝 商祺`,
}

export const accepted: Letter = {
  ...purchaseDesk,
  file: '12-2025-09-30-goods-accepted',
  at: '2025-09-30T17:25:58+08:00',
  from: nie,
  to: [ottwald],
  subject: `回复: ${deal.contractNumber} shipped - 货已收到`,
  text: `Henrike 您好！

货已收到，24套全部开箱验收，数量相符，质量没有问题。
客户很满意，下一批订单国庆节后再谈 :)

祝您节日愉快！`,
  transfer: 'quoted-printable',
  answers: shipped,
}
