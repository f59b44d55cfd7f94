import { jian, luo, marquing, nie, niePrivate, ottwald, quality, sellhagen, tuo } from '../cast.ts'
import { deal, euros } from '../deal.ts'
import type { Letter } from '../mail/letter.ts'
import { outlookChina } from '../mail/programs.ts'
import { makeDemand } from '../papers/demand.ts'
import { debtConfirmed } from './3-payment.ts'
import { ledgerDesk, saleDesk, webDesk } from './hands.ts'
import { spoilBytes } from './spoil-bytes.ts'

export const toTheManager: Letter = {
  ...ledgerDesk,
  file: '21-2026-03-05-to-general-manager',
  at: '2026-03-05T09:30:44+01:00',
  from: marquing,
  to: [luo],
  cc: [tuo, nie],
  subject: `Overdue EUR ${euros(deal.openMinor)}, contract ${deal.contractNumber}`,
  charset: 'utf-8',
  text: `Dear Mr Luo,

the Lantern Festival is over and we have heard nothing. Your finance department confirmed the balance on 16 January 2026, see the message attached. EUR ${euros(deal.openMinor)} remains unpaid, almost five months after the due date. Please give us a binding payment date by 13 March 2026.
骆总您好：贵司财务已于2026年1月16日确认欠款，请尽快安排付款。

Kind regards`,
  forwards: debtConfirmed,
}

export const complaint: Letter = {
  program: outlookChina,
  charset: 'gb2312',
  transfer: 'quoted-printable',
  words: { charset: 'gb2312', encoding: 'B' },
  html: 'only',
  file: '22-2026-03-11-late-complaint',
  at: '2026-03-11T16:47:12+08:00',
  from: quality,
  to: [marquing],
  cc: [ottwald, luo],
  subject: `关于${deal.contractNumber}减速机质量问题的反馈`,
  text: `贵司：

我司客户近期反映，贵司供应的部分OG-220减速机运行噪音偏大，疑似存在质量问题。
在质量问题解决之前，我司暂缓支付余款，请贵司派人到现场处理。采购部聂堃已了解情况。

此致`,
  answers: toTheManager,
}

export const complaintAnswered: Letter = {
  ...saleDesk,
  file: '23-2026-03-13-complaint-answered',
  at: '2026-03-13T11:22:30+01:00',
  from: ottwald,
  to: [quality],
  cc: [luo, nie],
  subject: `AW: 关于${deal.contractNumber}减速机质量问题的反馈`,
  words: { charset: 'utf-8', encoding: 'B' },
  text: `Dear Mr Qi,

we are surprised. The goods arrived on 22 September 2025 and Kevin confirmed on 30 September that all ${deal.sets} sets were inspected and in order. The inspection period of 30 days ended on 22 October 2025 without any objection.

Please send us the serial numbers, running hours, photos and measurements, and we will look at it in good will. The open amount is not affected.

Best regards`,
  answers: complaint,
}

export const denial: Letter = {
  ...webDesk,
  file: '24-2026-04-20-denial',
  at: '2026-04-20T10:03:21+08:00',
  from: jian,
  to: [marquing],
  cc: [luo],
  subject: `关于贵司所称${euros(deal.openMinor)}欧元欠款的回复`,
  charset: 'gb18030',
  words: { charset: 'gb18030', encoding: 'B' },
  text: `Ohlenrieth Getriebe GmbH：

贵司来函收悉。经我司内部核查，现回复如下：
一、我司对贵司主张的${euros(deal.openMinor)}欧元欠款不予认可；
二、聂堃已于2026年2月离职，其与贵司的往来属个人行为，不代表我司；
三、对账单所盖财务专用章的真实性有待核实；
四、货物存在质量问题，我司保留索赔的权利。

特此函复。`,
  answers: toTheManager,
}

/** Sent from the private mailbox and harmed on its way: bytes lost in the body, the subject raw GBK. */
export const damaged: Letter = {
  ...webDesk,
  file: '25-2026-05-08-damaged',
  at: '2026-05-08T22:14:50+08:00',
  from: niePrivate,
  to: [ottwald],
  subject: '货款的事情，很抱歉',
  transfer: '8bit',
  text: `Henrike 你好，

我二月份已经离开骞砺了，你们尾款的事情我很抱歉。
公司法务说不认账，但是货是我亲自验收的，合同和对账单的章也是真的，这个大家心里都清楚。
如果需要，我可以作证。请不要告诉他们我给你写过信。

祝好`,
  rawHeaders: 'gbk',
  damage: spoilBytes,
}

export const lastDemand: Letter = {
  ...saleDesk,
  file: '26-2026-09-07-last-demand',
  at: '2026-09-07T15:00:19+02:00',
  from: sellhagen,
  to: [luo],
  cc: [jian, tuo, marquing],
  subject: `催款函 Final demand EUR ${euros(deal.openMinor)}, contract ${deal.contractNumber}`,
  words: { charset: 'utf-8', encoding: 'B' },
  transfer: 'base64',
  html: 'none',
  text: `骆总：

附件为我司催款函，请查收。请于2026年9月21日前支付欠款${euros(deal.openMinor)}欧元及违约金，逾期我司将向人民法院提起诉讼。

Dear Mr Luo,

please find attached our final demand. If EUR ${euros(deal.openMinor)} plus agreed damages for delay have not arrived by 21 September 2026, we shall bring an action without further notice.

Mit freundlichen Grüßen`,
  enclosures: [
    {
      name: `催款函 Final demand ${deal.contractNumber}.pdf`,
      type: 'application/pdf',
      nameStyle: 'extended',
      make: makeDemand,
    },
  ],
}

export const lastWord: Letter = {
  ...webDesk,
  file: '27-2026-09-18-after-the-national-day',
  at: '2026-09-18T17:41:37+08:00',
  from: jian,
  to: [sellhagen],
  subject: `Re:催款函 Final demand, contract ${deal.contractNumber}`,
  charset: 'utf-8',
  words: { charset: 'utf-8', encoding: 'B' },
  text: `您好：

贵司2026年9月7日的催款函已收到，公司正在研究。中秋、国庆将至，相关人员陆续休假，节后再与贵司联系。

祝节日快乐！`,
  answers: lastDemand,
}
