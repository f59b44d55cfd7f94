/** Invented correspondence about LED lamps, in both languages, as it reads in life: long, short, mixed, awkward. */
export interface LetterText {
  subject: string
  text: string
  fromThem: boolean
}

export const LETTERS: readonly LetterText[] = [
  {
    subject: 'PI HD-2025-0417, 2,400 pcs LED track lights',
    fromThem: false,
    text: `Dear Ms. Lin,

Attached is our proforma invoice HD-2025-0417 for 2,400 LED track lights at USD 53.50 each, total USD 128,400.00, 30 % in advance, balance within 60 days of the bill of lading. Delivery FOB Ningbo no later than 15 June 2025.

Please confirm the price and the payment terms by return.

Kind regards,
Marta Olsen`,
  },
  {
    subject: '回复：PI HD-2025-0417, 2,400 pcs LED track lights',
    fromThem: true,
    text: `Olsen 女士：

您好！来函及形式发票 HD-2025-0417 均已收悉。我司确认单价 USD 53.50，总价 USD 128,400.00，预付 30%，余款于提单日后 60 日内付清。请安排生产。

顺祝商祺！
林晓敏
宁波宏达灯饰有限公司 采购部

> Please confirm the price and the payment terms by return.`,
  },
  {
    subject: 'Shipment advice B/L NGB250611',
    fromThem: false,
    text: `Dear Ms. Lin,

The goods were loaded on 11 June 2025, B/L NGB250611, 86 cartons, 2,400 pcs. Originals go to you by courier today. Please let us know when they have arrived and whether the goods are in order.

Marta Olsen`,
  },
  {
    subject: '回复：Shipment advice B/L NGB250611',
    fromThem: true,
    text: `Olsen 女士：

货物 86 箱已于 2025 年 7 月 9 日全部收到，数量 2,400 件无误，外观完好。已安排入库。

林晓敏`,
  },
  {
    subject: 'Balance due under PI HD-2025-0417',
    fromThem: false,
    text: `Dear Ms. Lin,

The balance of USD 89,880.00 fell due on 10 August 2025. We have received nothing so far. Please confirm the amount and tell us when you will pay.

Marta Olsen`,
  },
  {
    subject: '回复：Balance due under PI HD-2025-0417',
    fromThem: true,
    text: `Olsen 女士：

余款 USD 89,880.00 属实，因我司资金周转困难，恳请宽限至 2025 年 10 月 31 日前分两期支付。望谅解。

林晓敏`,
  },
  {
    subject: 'Quality of drivers in lot 3',
    fromThem: true,
    text: `Dear Marta,

we do not accept the debt of lot 3. 118 drivers failed within four weeks. We refuse to pay for lot 3 until you replace them.

Lin Xiaomin`,
  },
]

export const NAMES = {
  us: { name: 'Marta Olsen', address: 'marta.olsen@nordlys-lighting.example' },
  them: { name: '林晓敏', address: 'linxm@hongda-deng.example.cn' },
  longest: {
    name: '中国（上海）自由贸易试验区临港新片区宏达国际照明电器进出口贸易股份有限公司驻宁波保税区办事处采购部',
    address: 'purchasing-department-international-lighting-and-electrical-appliances@hongda-deng.example.cn',
  },
}

export const LONG_SUBJECT =
  'RE: FW: 答复: 关于 PI HD-2025-0417 项下第三批 LED 轨道灯驱动电源质量问题的函 / concerning the quality of drivers of the third lot under proforma invoice HD-2025-0417 and the balance that remains unpaid'

export const PARTIES: readonly (readonly [title: string, zh: string, en: string])[] = [
  ['Nordlys v Hongda, LED track lights', '宁波宏达灯饰有限公司', 'Ningbo Hongda Lighting Co., Ltd.'],
  [
    'Verhoeven Tuinmeubelen, rattan sets',
    '佛山市顺德区锦绣藤艺家具厂',
    'Shunde Jinxiu Rattan Furniture Factory',
  ],
  ['青岛远航橡胶制品货款', '青岛远航橡胶制品有限公司', 'Qingdao Yuanhang Rubber Products Co., Ltd.'],
  [
    'Consorzio per lo Sviluppo dei Macchinari Agricoli dell’Emilia-Romagna, cultivators and spare parts, second order',
    '中国（上海）自由贸易试验区临港新片区恒泰农业机械进出口贸易股份有限公司',
    'China (Shanghai) Pilot Free Trade Zone Lin-gang Hengtai Agricultural Machinery Import and Export Trading Co., Ltd.',
  ],
  ['Brightwater, ceramic filters', '', 'Jingdezhen Ceramics Import & Export'],
]
