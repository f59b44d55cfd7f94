import { marquing, nie, niePrivate, tuo } from '../cast.ts'
import { deal, euros } from '../deal.ts'
import type { Letter } from '../mail/letter.ts'
import { makeBankSlip } from '../papers/bank-slip.ts'
import { makeReconciliation } from '../papers/reconciliation.ts'
import { makeStatement } from '../papers/word-papers.ts'
import { invoiced } from './2-delivery.ts'
import { financeDesk, ledgerDesk, purchaseDesk, webDesk } from './hands.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const firstReminder: Letter = {
  ...ledgerDesk,
  file: '13-2025-10-20-reminder',
  at: '2025-10-20T09:14:27+02:00',
  from: marquing,
  to: [tuo],
  subject: `Payment reminder: invoice ${deal.invoiceNumber}`,
  text: `Dear Ms Tuo,

according to our books invoice ${deal.invoiceNumber} over EUR ${euros(deal.invoiceMinor)} was due on 17 October 2025 and is still open. Perhaps it was overlooked because of the holidays. Please let us have your payment date.

Kind regards`,
  answers: invoiced,
}

export const firstExcuse: Letter = {
  ...financeDesk,
  file: '14-2025-10-22-after-the-holiday',
  at: '2025-10-22T18:02:41+08:00',
  from: tuo,
  to: [marquing],
  subject: `回复：Payment reminder: invoice ${deal.invoiceNumber}`,
  text: `您好，

贵司发票${deal.invoiceNumber}已收到，金额${euros(deal.invoiceMinor)}欧元，财务已入账。
国庆假期刚结束，领导又在外地出差，付款要等他回来签字。本月底前一定安排，请放心。

谢谢理解！`,
  answers: firstReminder,
}

/** Lives in the mbox of the ledger desk, together with the answer to it. */
export const secondReminder: Letter = {
  ...ledgerDesk,
  file: '15-2025-11-14-second-reminder',
  at: '2025-11-14T09:20:11+01:00',
  from: marquing,
  to: [tuo],
  cc: [nie],
  subject: `2nd reminder: invoice ${deal.invoiceNumber}, EUR ${euros(deal.invoiceMinor)}`,
  charset: 'utf-8',
  text: `Dear Ms Tuo, dear Kevin,

the end of October has passed and we have not received any payment. Invoice ${deal.invoiceNumber} over EUR ${euros(deal.invoiceMinor)} is now four weeks overdue. Please pay by 28 November 2025 or tell us what is the matter.

Best regards`,
  answers: firstExcuse,
}

/** One line begins with "From ": in the mbox it must be quoted, and unquoted again by the reader. */
export const secondExcuse: Letter = {
  ...purchaseDesk,
  file: '16-2025-11-17-wait-for-end-user',
  at: '2025-11-17T14:40:06+08:00',
  from: nie,
  to: [marquing],
  cc: [tuo],
  subject: `回复: 2nd reminder: invoice ${deal.invoiceNumber}`,
  charset: 'gbk',
  transfer: '8bit',
  words: { charset: 'gbk', encoding: 'B' },
  html: 'none',
  text: `Dear Tilo,

Sorry for the delay, we are waiting for money from end user.
From our side the debt is no problem, we will pay part first this month and the rest before year end. Pls support us, we are old friends :)

最近资金比较紧张，请多多理解！`,
  answers: secondReminder,
}

export const partPaid: Letter = {
  ...financeDesk,
  file: '17-2025-11-28-part-payment',
  at: '2025-11-28T15:51:29+08:00',
  from: tuo,
  to: [marquing],
  cc: [nie],
  subject: `先付一部分货款${euros(deal.partPaidMinor)}欧元，附水单`,
  text: `您好，

今天先安排了${euros(deal.partPaidMinor)}欧元，银行水单见附件，余款年底前尽量安排。

谢谢！`,
  answers: secondReminder,
  enclosures: [
    {
      name: '付款水单20251128.png',
      type: 'image/png',
      nameStyle: 'words',
      make: async () => makeBankSlip(),
    },
  ],
}

export const accountSent: Letter = {
  ...ledgerDesk,
  file: '18-2026-01-12-statement-of-account',
  at: '2026-01-12T10:45:00+01:00',
  from: marquing,
  to: [tuo],
  cc: [nie],
  subject: `Statement of account ${deal.contractNumber}, please confirm balance`,
  charset: 'utf-8',
  transfer: 'base64',
  text: `Dear Ms Tuo,

happy new year! We thank you for the part payment of EUR ${euros(deal.partPaidMinor)} of 28 November 2025. After that EUR ${euros(deal.openMinor)} remains open on invoice ${deal.invoiceNumber}. For our annual accounts please check the attached statement, stamp it and send it back.
新年好！请核对附件对账单，确认无误后盖章回传，谢谢。

Kind regards`,
  answers: partPaid,
  enclosures: [{ name: `Statement of account ${deal.contractNumber}.docx`, type: word, make: makeStatement }],
}

export const debtConfirmed: Letter = {
  ...financeDesk,
  file: '19-2026-01-16-debt-confirmed',
  at: '2026-01-16T11:09:54+08:00',
  from: tuo,
  to: [marquing],
  cc: [nie],
  subject: `回复：对账单确认 ${deal.contractNumber}`,
  text: `您好，新年好！

经核对，截至2026年1月15日，我司尚欠贵司货款${euros(deal.openMinor)}欧元，对账单无误，已盖章，见附件。
公司计划春节前再付一部分，具体时间等领导通知。

谢谢！`,
  answers: accountSent,
  enclosures: [
    {
      name: '对账单（已盖章）.pdf',
      type: 'application/pdf',
      nameStyle: 'words',
      make: makeReconciliation,
    },
  ],
}

/** From the private mailbox; the webmail wrote no In-Reply-To. */
export const festivalExcuse: Letter = {
  ...webDesk,
  file: '20-2026-02-10-after-spring-festival',
  at: '2026-02-10T21:36:15+08:00',
  from: niePrivate,
  to: [marquing],
  subject: `Re:Statement of account ${deal.contractNumber}, please confirm balance`,
  text: `Tilo 你好，

公司已经放假了，我用私人邮箱回复。春节前实在安排不了，客户的钱没到，财务也都回老家了。
元宵节以后一上班我就去催老板，欠你们的${euros(deal.openMinor)}欧元我们不会赖账的。

新春快乐，马年大吉！`,
  answers: accountSent,
  linked: false,
}
