import { deal, euros } from './deal.ts'
import { contractOffer, contractSigned } from './letters/1-contract.ts'
import { accepted, changeAsked, changeConfirmed, invoiced, shipped } from './letters/2-delivery.ts'
import { accountSent, debtConfirmed, firstExcuse } from './letters/3-payment.ts'
import { complaintAnswered, denial, toTheManager } from './letters/4-refusal.ts'
import { type Place, placeOf } from './places.ts'

interface Marked {
  readonly id: string
  readonly kind: 'term' | 'delivery' | 'defect' | 'debt'
  readonly channel: 'email' | 'wechat'
  readonly quote: string
  /** The message that holds the quote; absent for what was said in chat. */
  readonly message?: Place
  /** For chat: who said it, on which day, and the mail that asked for confirmation. */
  readonly speaker?: string
  readonly saidOn?: string
  readonly asked?: Place
  readonly answers: readonly { message: Place; verdict: 'confirms' | 'denies'; quote: string }[]
  /** Where the statement stands once the answers are accepted. */
  readonly state: 'asked' | 'confirmed' | 'denied'
  /** Set when a confirmation was asked for and none has come. */
  readonly askedOn?: string
}

/** The passages the lawyer marks. Every quote occurs word for word in the text of its message. */
export const statements: readonly Marked[] = [
  {
    id: 'payment-term',
    kind: 'term',
    channel: 'email',
    message: placeOf(contractOffer),
    quote: 'Payment: 20 % in advance, 80 % within 60 days after the date of the bill of lading.',
    answers: [
      {
        message: placeOf(contractSigned),
        verdict: 'confirms',
        quote: `合同${deal.contractNumber}我司已签字盖章，扫描件见附件，请查收。`,
      },
    ],
    state: 'confirmed',
  },
  {
    id: 'change-in-chat',
    kind: 'term',
    channel: 'wechat',
    speaker: '聂堃 Kevin Nie',
    saidOn: '2025-06-12',
    quote: `好的，同意。装船最晚8月20日，价格按${euros(deal.unitMinor)}欧元一套算，总价${euros(deal.totalMinor)}欧元。`,
    asked: placeOf(changeAsked),
    askedOn: '2025-06-13',
    answers: [
      {
        message: placeOf(changeConfirmed),
        verdict: 'confirms',
        quote: `我司确认上周四微信沟通的内容：交货期改为2025年8月20日前，单价改为每套${euros(deal.unitMinor)}欧元，合同总价改为${euros(deal.totalMinor)}欧元，其他条款不变。`,
      },
    ],
    state: 'confirmed',
  },
  {
    id: 'goods-shipped',
    kind: 'delivery',
    channel: 'email',
    message: placeOf(shipped),
    quote: `all ${deal.sets} sets were loaded on board ${deal.vessel} on 18 August 2025`,
    answers: [
      {
        message: placeOf(accepted),
        verdict: 'confirms',
        quote: '货已收到，24套全部开箱验收，数量相符，质量没有问题。',
      },
    ],
    state: 'confirmed',
  },
  {
    id: 'invoice-due',
    kind: 'debt',
    channel: 'email',
    message: placeOf(invoiced),
    quote: `the balance of EUR ${euros(deal.invoiceMinor)} is due on 17 October 2025`,
    answers: [
      {
        message: placeOf(firstExcuse),
        verdict: 'confirms',
        quote: `贵司发票${deal.invoiceNumber}已收到，金额${euros(deal.invoiceMinor)}欧元，财务已入账。`,
      },
    ],
    state: 'confirmed',
  },
  {
    id: 'balance-open',
    kind: 'debt',
    channel: 'email',
    message: placeOf(accountSent),
    quote: `After that EUR ${euros(deal.openMinor)} remains open on invoice ${deal.invoiceNumber}.`,
    answers: [
      {
        message: placeOf(debtConfirmed),
        verdict: 'confirms',
        quote: `经核对，截至2026年1月15日，我司尚欠贵司货款${euros(deal.openMinor)}欧元，对账单无误，已盖章，见附件。`,
      },
    ],
    state: 'confirmed',
  },
  {
    id: 'balance-denied',
    kind: 'debt',
    channel: 'email',
    message: placeOf(toTheManager),
    quote: `EUR ${euros(deal.openMinor)} remains unpaid, almost five months after the due date.`,
    answers: [
      {
        message: placeOf(denial),
        verdict: 'denies',
        quote: `我司对贵司主张的${euros(deal.openMinor)}欧元欠款不予认可`,
      },
    ],
    state: 'denied',
  },
  {
    id: 'complaint-too-late',
    kind: 'defect',
    channel: 'email',
    message: placeOf(complaintAnswered),
    quote: 'The inspection period of 30 days ended on 22 October 2025 without any objection.',
    askedOn: '2026-03-13',
    answers: [],
    state: 'asked',
  },
]
