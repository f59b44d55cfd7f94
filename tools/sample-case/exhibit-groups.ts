import { deal, euros } from './deal.ts'
import { advancePaid, orderConfirmation } from './letters/1-contract.ts'
import { arrived } from './letters/2-delivery.ts'
import { festivalExcuse, partPaid, secondExcuse, secondReminder } from './letters/3-payment.ts'
import { complaint, complaintAnswered, lastDemand, lastWord } from './letters/4-refusal.ts'
import type { Letter } from './mail/letter.ts'
import { type Place, placeOf } from './places.ts'

interface Bilingual {
  readonly zh: string
  readonly en: string
}

type Item = { readonly statement: string } | { readonly message: Place }

interface ExhibitPlan {
  readonly items: readonly Item[]
  readonly title: Bilingual
  readonly source: Bilingual
  readonly purpose: Bilingual
  readonly content: Bilingual
}

interface GroupPlan {
  readonly title: Bilingual
  readonly purpose: Bilingual
  readonly exhibits: readonly ExhibitPlan[]
}

const statement = (id: string): Item => ({ statement: id })
const message = (letter: Letter): Item => ({ message: placeOf(letter) })

const exchanged: Bilingual = {
  zh: '原告电子邮箱导出，原、被告往来邮件',
  en: "Exported from the plaintiff's mailbox; correspondence between the parties",
}
const received: Bilingual = {
  zh: '原告电子邮箱导出，被告发送',
  en: "Exported from the plaintiff's mailbox; sent by the defendant",
}

const contractGroup: GroupPlan = {
  title: { zh: '合同的订立与变更', en: 'Conclusion and change of the contract' },
  purpose: {
    zh: '证明原、被告之间存在买卖合同关系及合同主要条款。',
    en: 'The parties concluded a sales contract on the terms claimed.',
  },
  exhibits: [
    {
      items: [statement('payment-term')],
      title: {
        zh: `《销售合同》（合同号${deal.contractNumber}，2025年4月25日）及往来电子邮件`,
        en: `Sales contract ${deal.contractNumber} of 25 April 2025 with covering e-mails`,
      },
      source: exchanged,
      purpose: {
        zh: '证明被告已签字盖章，合同成立；付款条件为预付20%，其余80%于提单日后60日内付清。',
        en: 'The defendant signed and chopped the contract; 80 % of the price fell due 60 days after the B/L date.',
      },
      content: {
        zh: '原告发送合同文本，被告回传盖章扫描件。',
        en: 'The plaintiff sent the contract; the defendant returned the chopped scan.',
      },
    },
    {
      items: [message(orderConfirmation), message(advancePaid)],
      title: {
        zh: `订单确认及形式发票${deal.proformaNumber}、预付款通知邮件（2025年4月28日、5月6日）`,
        en: `Order confirmation, proforma ${deal.proformaNumber} and notice of the advance (28 April, 6 May 2025)`,
      },
      source: exchanged,
      purpose: {
        zh: `证明被告已按合同支付预付款${euros(deal.advanceMinor)}欧元，合同已实际履行。`,
        en: `The defendant paid the advance of EUR ${euros(deal.advanceMinor)} and so performed the contract.`,
      },
      content: {
        zh: '原告确认订单，被告财务告知预付款已汇出。',
        en: 'Order confirmed; advance reported as sent.',
      },
    },
    {
      items: [statement('change-in-chat')],
      title: {
        zh: '合同变更确认邮件（2025年6月13日、16日）',
        en: 'E-mails confirming the change agreed on WeChat (13 and 16 June 2025)',
      },
      source: exchanged,
      purpose: {
        zh: `证明双方于2025年6月12日微信约定的变更已经被告采购经理邮件确认：装船期延至2025年8月20日，总价变更为${euros(deal.totalMinor)}欧元。`,
        en: `The change of 12 June 2025 was confirmed by e-mail: shipment by 20 August 2025, total price EUR ${euros(deal.totalMinor)}.`,
      },
      content: {
        zh: '原告请求确认，被告逐项确认。',
        en: 'Request for confirmation and confirmation item by item.',
      },
    },
  ],
}

const deliveryGroup: GroupPlan = {
  title: { zh: '原告的履行', en: "The plaintiff's performance" },
  purpose: {
    zh: '证明原告已按约交付货物，被告已签收且未在检验期内提出异议。',
    en: 'The goods were delivered as agreed, accepted, and not objected to within the inspection period.',
  },
  exhibits: [
    {
      items: [statement('goods-shipped')],
      title: {
        zh: `装运单据邮件（提单${deal.billNumber}）及验收邮件（2025年8月19日、9月30日）`,
        en: `Shipping documents (B/L ${deal.billNumber}) and acceptance e-mail (19 August, 30 September 2025)`,
      },
      source: exchanged,
      purpose: {
        zh: '证明原告于2025年8月18日装运24套货物，被告已收货验收并确认质量没有问题。',
        en: 'All 24 sets were shipped on 18 August 2025 and accepted by the defendant as free of defects.',
      },
      content: {
        zh: '提单、装箱单；被告确认收货验收。',
        en: 'B/L and packing list; acceptance by the defendant.',
      },
    },
    {
      items: [message(arrived)],
      title: {
        zh: '到货通知邮件（2025年9月23日）',
        en: 'Arrival notice of the forwarder (23 September 2025)',
      },
      source: {
        zh: '原告电子邮箱导出，货运代理人发送',
        en: "Exported from the plaintiff's mailbox; sent by the forwarder",
      },
      purpose: {
        zh: '证明货物于2025年9月22日抵达目的港，30日检验期至2025年10月22日届满。',
        en: 'The goods arrived on 22 September 2025; the inspection period ended on 22 October 2025.',
      },
      content: { zh: '货代通知货柜到港、外包装完好。', en: 'Container arrived, packing intact.' },
    },
    {
      items: [statement('invoice-due')],
      title: {
        zh: `商业发票${deal.invoiceNumber}及被告确认邮件（2025年8月20日、10月22日）`,
        en: `Invoice ${deal.invoiceNumber} and acknowledgement (20 August, 22 October 2025)`,
      },
      source: exchanged,
      purpose: {
        zh: `证明货款余额${euros(deal.invoiceMinor)}欧元应于2025年10月17日前支付，被告已收到发票并入账，未提出异议。`,
        en: `EUR ${euros(deal.invoiceMinor)} fell due on 17 October 2025; the defendant booked the invoice without objection.`,
      },
      content: {
        zh: '发票；被告财务确认收到、入账并承诺付款。',
        en: 'Invoice; receipt, booking and promise to pay.',
      },
    },
  ],
}

const debtGroup: GroupPlan = {
  title: { zh: '付款与欠款', en: 'Payment and debt' },
  purpose: {
    zh: `证明截至2026年1月15日被告确认尚欠货款${euros(deal.openMinor)}欧元。`,
    en: `The defendant confirmed that EUR ${euros(deal.openMinor)} was owed on 15 January 2026.`,
  },
  exhibits: [
    {
      items: [message(partPaid)],
      title: {
        zh: '部分付款邮件及银行水单（2025年11月28日）',
        en: 'Part payment and bank slip (28 November 2025)',
      },
      source: received,
      purpose: {
        zh: `证明被告于2025年11月28日支付${euros(deal.partPaidMinor)}欧元，并承诺支付余款。`,
        en: `The defendant paid EUR ${euros(deal.partPaidMinor)} on account and promised the rest.`,
      },
      content: { zh: '付款说明及银行电子回单。', en: 'Notice of payment with the bank slip.' },
    },
    {
      items: [statement('balance-open')],
      title: {
        zh: '对账单及欠款确认邮件（2026年1月12日、16日）',
        en: 'Statement of account and confirmation of debt (12 and 16 January 2026)',
      },
      source: exchanged,
      purpose: {
        zh: `证明截至2026年1月15日被告确认尚欠货款${euros(deal.openMinor)}欧元。`,
        en: `The defendant confirmed a debt of EUR ${euros(deal.openMinor)} as of 15 January 2026.`,
      },
      content: {
        zh: '原告发送对账单，被告盖章回传。',
        en: 'Statement sent; returned with the finance chop.',
      },
    },
  ],
}

const demandGroup: GroupPlan = {
  title: { zh: '催收、拒付与时效', en: 'Demands, refusal and limitation' },
  purpose: {
    zh: '证明原告持续主张权利，诉讼时效中断；被告拒付理由不能成立。',
    en: 'The plaintiff demanded payment throughout, which interrupts limitation; the grounds of refusal are unfounded.',
  },
  exhibits: [
    {
      items: [message(secondReminder), message(secondExcuse), message(festivalExcuse)],
      title: {
        zh: '催款及被告承诺付款邮件（2025年11月14日、17日，2026年2月10日）',
        en: 'Reminder and promises to pay (14 and 17 November 2025, 10 February 2026)',
      },
      source: exchanged,
      purpose: {
        zh: '证明原告主张权利，被告同意履行，诉讼时效中断。',
        en: 'Payment was demanded and promised; limitation was interrupted.',
      },
      content: { zh: '催款；被告以资金紧张、春节为由请求延期。', en: 'Reminder; requests for more time.' },
    },
    {
      items: [message(complaint), message(complaintAnswered)],
      title: {
        zh: '逾期质量异议及答复邮件（2026年3月11日、13日）',
        en: 'Late complaint and answer (11 and 13 March 2026)',
      },
      source: exchanged,
      purpose: {
        zh: '证明被告在检验期届满四个多月后才笼统提出异议，依约视为货物符合约定。',
        en: 'The only complaint came over four months after the inspection period and names no defect.',
      },
      content: {
        zh: '被告称噪音偏大；原告要求提供序列号及检测数据。',
        en: 'Vague complaint; request for particulars.',
      },
    },
    {
      items: [statement('balance-denied')],
      title: { zh: '拒付函邮件（2026年4月20日）', en: 'Refusal of payment (20 April 2026)' },
      source: exchanged,
      purpose: {
        zh: '证明被告无正当理由否认其已书面确认的债务。',
        en: 'The defendant denied without reason a debt it had confirmed in writing.',
      },
      content: {
        zh: '被告法务否认欠款及聂堃的代理权。',
        en: "Denial of the debt and of its manager's authority.",
      },
    },
    {
      items: [message(lastDemand), message(lastWord)],
      title: {
        zh: '催款函及回复邮件（2026年9月7日、18日）',
        en: 'Final demand and reply (7 and 18 September 2026)',
      },
      source: exchanged,
      purpose: {
        zh: '证明原告于2026年9月7日主张权利，催款函已送达被告，诉讼时效中断。',
        en: 'Payment was demanded on 7 September 2026 and the demand was received; limitation was interrupted.',
      },
      content: { zh: '催款函；被告确认收到。', en: 'Demand letter; receipt acknowledged.' },
    },
  ],
}

/** The exhibit list as the lawyer words it, grouped by the fact to be proved (Evidence Provisions art. 19). */
export const exhibitGroups: readonly GroupPlan[] = [contractGroup, deliveryGroup, debtGroup, demandGroup]
