import type { Exhibit, ExhibitGroup, ExhibitSet } from '@bridge/model/exhibit.ts'

/** Exhibits as they read in life: long, short, in one language, with gaps. */
interface Sample {
  title: Exhibit['title']
  source: Exhibit['source']
  purpose: Exhibit['purpose']
  content: Exhibit['content']
  subject: string
  files: string[]
}

const SAMPLES: readonly Sample[] = [
  {
    title: {
      zh: '电子邮件《PI HD-2025-0417, 2,400 pcs LED track lights》（Marta Olsen致林晓敏，2025年4月17日）及林晓敏的确认邮件（2025年4月18日）',
      en: 'E-mail “PI HD-2025-0417, 2,400 pcs LED track lights” (Marta Olsen to Lin Xiaomin, 17 April 2025) and the confirmation of Lin Xiaomin (18 April 2025)',
    },
    source: {
      zh: '原告与被告往来，原告自行保存',
      en: 'Exchanged between the parties, kept by the plaintiff',
    },
    purpose: {
      zh: '证明原告与被告就单价、总价及付款期限达成一致，被告已于2025年4月18日书面确认。',
      en: 'Proves that the parties agreed on unit price, total and payment terms; the defendant confirmed in writing on 18 April 2025.',
    },
    content: {
      zh: '“我司确认单价 USD 53.50，总价 USD 128,400.00，预付 30%，余款于提单日后 60 日内付清。”（林晓敏致Marta Olsen，2025年4月18日）',
      en: '“We confirm the unit price of USD 53.50, USD 128,400.00 in total, 30 % in advance, the balance within 60 days of the bill of lading.” (Lin Xiaomin to Marta Olsen, 18 April 2025)',
    },
    subject: 'PI HD-2025-0417, 2,400 pcs LED track lights',
    files: ['PI HD-2025-0417 signed.pdf'],
  },
  {
    title: {
      zh: '电子邮件《Shipment advice B/L NGB250611》（2025年6月12日）',
      en: 'E-mail “Shipment advice B/L NGB250611” (12 June 2025)',
    },
    source: { zh: '被告发送，原告自行保存', en: 'Sent by the defendant, kept by the plaintiff' },
    purpose: {
      zh: '证明货物 86 箱已全部交付，被告验收无异议。',
      en: 'Proves that all 86 cartons were delivered and accepted without reservation.',
    },
    content: {
      zh: '“货物 86 箱已于 2025 年 7 月 9 日全部收到，数量 2,400 件无误，外观完好。”',
      en: '“All 86 cartons arrived on 9 July 2025, 2,400 pieces, in good order.”',
    },
    subject: '回复：Shipment advice B/L NGB250611',
    files: ['装箱单与提单副本（盖章）.pdf', 'Delivery note 86 cartons.pdf'],
  },
  {
    title: { zh: '', en: 'WeChat record (Lin Xiaomin, 12 September 2025)' },
    source: { zh: '', en: '' },
    purpose: { zh: '', en: '' },
    content: { zh: '“余款月底一定安排，最迟不超过十月底。”', en: '' },
    subject: '林经理在微信中说：余款月底一定安排，最迟不超过十月底，请再宽限几天。',
    files: [],
  },
  {
    title: { zh: '电子邮件《Balance due under PI HD-2025-0417》', en: '' },
    source: { zh: '被告发送，原告自行保存', en: '' },
    purpose: { zh: '证明截至2025年8月10日被告确认尚欠货款89,880.00美元。', en: '' },
    content: { zh: '“余款 USD 89,880.00 属实，恳请宽限至 2025 年 10 月 31 日前分两期支付。”', en: '' },
    subject: 'Balance due under PI HD-2025-0417',
    files: [],
  },
]

const LONGEST: Sample = {
  title: {
    zh: '电子邮件《RE: FW: 答复: 关于 PI HD-2025-0417 项下第三批 LED 轨道灯驱动电源质量问题的函》（中国（上海）自由贸易试验区临港新片区宏达国际照明电器进出口贸易股份有限公司驻宁波保税区办事处采购部致Marta Olsen等，2025年9月2日）',
    en: 'E-mail “RE: FW: concerning the quality of drivers of the third lot under proforma invoice HD-2025-0417 and the balance that remains unpaid” (purchasing-department-international-lighting-and-electrical-appliances@hongda-deng.example.cn to Marta Olsen and others, 2 September 2025)',
  },
  source: {
    zh: '被告发送，原告自行保存；第三方发送，原告自行保存',
    en: 'Sent by the defendant, kept by the plaintiff; sent by third parties, kept by the plaintiff',
  },
  purpose: {
    zh: '证明货物存在所引质量问题。'.repeat(12),
    en: 'Proves that the goods had the defects quoted, that the defendant was told of them in time, and that it neither cured them nor disputed the notice. '.repeat(
      5,
    ),
  },
  content: {
    zh: '“第三批 118 只驱动电源四周内失效。”'.repeat(30),
    en: '“118 drivers of lot 3 failed within four weeks.” '.repeat(25),
  },
  subject:
    'RE: FW: 答复: 关于 PI HD-2025-0417 项下第三批 LED 轨道灯驱动电源质量问题的函 / concerning the quality of drivers of the third lot',
  files: [
    'Inspection report lot 3 with photographs of all one hundred and eighteen failed drivers, final version.docx',
    '质量检验报告（第三批，含照片及全部失效驱动电源清单，盖章扫描件，最终版）.pdf',
  ],
}

const GROUPS = [
  {
    title: { zh: '合同的成立及内容', en: 'Conclusion and content of the contract' },
    purpose: {
      zh: '证明原告与被告之间存在合同关系以及合同的主要条款。',
      en: 'Proves the contract between the parties and its main terms.',
    },
  },
  {
    title: { zh: '合同的履行', en: 'Performance of the contract' },
    purpose: { zh: '证明合同项下交货义务的履行情况。', en: 'Proves the delivery owed under the contract.' },
  },
  {
    title: { zh: '付款及欠款', en: 'Payment and debt' },
    purpose: {
      zh: '证明已付款项、尚欠款项以及双方对欠款的确认。',
      en: 'Proves what was paid, what is owed and that both sides confirmed it.',
    },
  },
]

/** An id that reads as a number. */
export const exhibitId = (n: number): string => `40000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
export const groupId = (n: number): string => `50000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
const messageId = (n: number): string => `20000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
export const statementId = (n: number): string =>
  `30000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

function makeExhibit(n: number): Exhibit {
  const awkward = n % 6 === 4
  const sample = awkward ? LONGEST : (SAMPLES[n % 4] ?? LONGEST)
  const spoken = !awkward && n % 4 === 2
  const sentAt = new Date(Date.UTC(2025, 3, 17, 6, 30) + n * 7 * 86_400_000).toISOString()
  const said = {
    messageId: null,
    statementId: statementId(n),
    label: sample.subject,
    sentAt: null,
    attachmentNames: [],
  }
  const mail = {
    messageId: messageId(n * 2 + 1),
    statementId: null,
    label: sample.subject,
    sentAt,
    attachmentNames: sample.files,
  }
  const answer = {
    ...mail,
    messageId: messageId(n * 2 + 2),
    label: `回复：${sample.subject}`,
    attachmentNames: [],
  }
  return {
    id: exhibitId(n),
    number: '',
    kind: spoken ? 'party-statement' : 'electronic-data',
    originality: spoken ? 'copy' : 'original',
    copies: 1,
    title: sample.title,
    source: sample.source,
    purpose: sample.purpose,
    content: sample.content,
    notes: n % 5 === 0 ? { zh: '附中文译文', en: 'With a Chinese translation' } : { zh: '', en: '' },
    items: spoken ? [said] : n % 4 === 0 || awkward ? [mail, answer] : [mail],
  }
}

/** A list of so many exhibits, in three groups once there are three, without numbers. */
export function makeSet(count: number): ExhibitSet {
  const groupCount = Math.min(3, count)
  const groups: ExhibitGroup[] = GROUPS.slice(0, groupCount).map((group, at) => ({
    id: groupId(at),
    ...group,
    label: { zh: '', en: '' },
    exhibits: [],
  }))
  for (let n = 0; n < count; n += 1)
    groups[Math.floor((n * groupCount) / count)]?.exhibits.push(makeExhibit(n))
  return {
    settings: {
      language: 'zh',
      numberStyle: 'chinese',
      numbering: 'continuous',
      tribunal: count === 0 ? '' : '宁波市北仑区人民法院',
      caseNumber: count > 12 ? '（2026）浙0206民初1187号' : '',
      submitter: 'Nordlys Lighting A/S',
      submitterRole: 'plaintiff',
      submittedOn: count > 12 ? '2026-11-20' : null,
      showKind: true,
      showOriginality: false,
    },
    groups,
  }
}
