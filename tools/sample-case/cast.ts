/** A mailbox of the story; everybody here is invented, every domain ends in `.example` (RFC 2606). */
export interface Mailbox {
  readonly name: string
  readonly address: string
  /** Lines under each of this person's letters. */
  readonly signature: readonly string[]
}

export const seller = {
  name: 'Ohlenrieth Getriebe GmbH',
  nameZh: '欧伦里特齿轮箱有限公司（德国）',
  address: 'Am Mühlgraben 17, 00417 Ohlenrieth, Germany',
  domain: 'ohlenrieth.example',
  bank: 'Bankhaus Ohlenrieth & Söhne',
  iban: 'DE00 0000 0417 0000 2517 00',
  bic: 'OHLNDE00XXX',
} as const

export const buyer = {
  name: 'Donglan Qianli Mechanical & Electrical Equipment Co., Ltd.',
  nameZh: '东澜市骞砺机电设备有限公司',
  /** GB 32100-2015: both check characters are right; division 990100 exists nowhere, the body reads EXMPL. */
  creditCode: '91990100MAEXMPL04M',
  address: 'Room 1206, Building 3, 88 Binjiang Middle Road, Chengxi New District, Donglan',
  addressZh: '东澜市澄汐新区滨江中路88号3幢1206室',
  domain: 'qianli-jd.example',
  bankZh: '东澜澄汐商业银行 滨江支行',
  bank: 'Donglan Chengxi Commercial Bank, Binjiang Branch',
} as const

export const forwarder = {
  name: 'Tsing Lane Freight Forwarding Ltd.',
  nameZh: '青瀾貨運代理有限公司',
  domain: 'tsinglane.example',
} as const

const sellerLines = [seller.name, seller.address]
const buyerLines = [buyer.nameZh, `地址：${buyer.addressZh}`]

export const ottwald: Mailbox = {
  name: 'Henrike Ottwald',
  address: 'h.ottwald@ohlenrieth.example',
  signature: ['Henrike Ottwald', 'Export Sales Asia', ...sellerLines],
}

export const marquing: Mailbox = {
  name: 'Tilo Marquing',
  address: 't.marquing@ohlenrieth.example',
  signature: ['Tilo Marquing', 'Debitorenbuchhaltung / Accounts Receivable', ...sellerLines],
}

export const sellhagen: Mailbox = {
  name: 'Dr. Rupert Sellhagen',
  address: 'r.sellhagen@ohlenrieth.example',
  signature: ['Dr. Rupert Sellhagen', 'Geschäftsführer / Managing Director', ...sellerLines],
}

/** Purchasing manager; 堃 stands outside GB 2312, as names in mail labelled gb2312 so often do. */
export const nie: Mailbox = {
  name: '聂堃 Kevin',
  address: 'nie.kun@qianli-jd.example',
  signature: ['聂堃 Kevin Nie｜采购经理', ...buyerLines],
}

/** The same man writing from the private mailbox that the contract names as his second address. */
export const niePrivate: Mailbox = {
  name: 'niekun_dl',
  address: 'niekun_dl@mail163.example',
  signature: ['聂堃', '发自网页邮箱'],
}

export const tuo: Mailbox = {
  name: '骞砺财务-庹晓岚',
  address: 'caiwu@qianli-jd.example',
  signature: ['庹晓岚', '财务部', buyer.nameZh],
}

export const luo: Mailbox = {
  name: '骆兆霖',
  address: 'luo.zl@qianli-jd.example',
  signature: ['骆兆霖', '总经理', ...buyerLines],
}

export const quality: Mailbox = {
  name: '祁望舟',
  address: 'qc@qianli-jd.example',
  signature: ['祁望舟', '质量部', buyer.nameZh],
}

/** Legal affairs; 㛃 needs four bytes in GB 18030 and has no place in GBK. */
export const jian: Mailbox = {
  name: '简㛃（法务）',
  address: 'legal@qianli-jd.example',
  signature: ['简㛃', '法务部负责人', buyer.nameZh],
}

export const mak: Mailbox = {
  name: '麥頌恩',
  address: 'ops@tsinglane.example',
  signature: ['麥頌恩 Mak Chung Yan', '操作部', forwarder.nameZh, forwarder.name],
}
