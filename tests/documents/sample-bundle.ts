import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import {
  type EnclosedFile,
  type Exhibit,
  type ExhibitBundle,
  exhibitBundle,
  type MessageContent,
} from '../../electron/documents/kinds/exhibit-bundle/model.ts'
import { labelGroup, numberExhibits } from '../../electron/documents/kinds/exhibit-bundle/numbering.ts'

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** A file as sent with a message. */
export function enclosed(fileName: string, contentType: string, bytes: Uint8Array): EnclosedFile {
  return {
    fileName,
    contentType,
    sizeBytes: bytes.length,
    sha256: sha256(bytes),
    storedAs: `originals/${fileName}`,
    bytes,
    inside: null,
  }
}

/** A message of the invented dispute; anything can be replaced. */
export function message(changes: Partial<MessageContent> = {}): MessageContent {
  return {
    kind: 'message',
    subject: '关于 SC-2024-017 合同项下欠款的确认',
    from: [{ name: '王丽华', address: 'wang.lihua@hongda-valves.example' }],
    to: [{ name: 'Martin Keller', address: 'm.keller@keller-armaturen.example' }],
    cc: [],
    date: { at: '2024-09-12T06:31:08Z', zoneMinutes: 480, raw: 'Thu, 12 Sep 2024 14:31:08 +0800' },
    body: {
      kind: 'text',
      text: '凯勒先生：\n\n截至2024年9月12日，我司确认尚欠贵司货款 USD 148,200.00，将于10月31日前付清。\n\n王丽华\n\n> Dear Ms Wang,\n> please confirm the balance of USD 148,200.00.\n> Martin Keller',
    },
    attachments: [],
    storedAs: 'originals/0007.eml',
    sha256: sha256('0007'),
    ...changes,
  }
}

/** One exhibit; `at` makes its texts differ from its neighbours'. */
export function exhibit(number: string, at: number, changes: Partial<Exhibit> = {}): Exhibit {
  return {
    number,
    title: {
      zh: `电子邮件${at}：欠款确认（2024年9月12日）`,
      en: `E-mail ${at}: debt confirmation (12 September 2024)`,
    },
    kind: 'electronic-data',
    source: { zh: `被告发送，原告自行保存${at}`, en: `Sent by the defendant, kept by the plaintiff ${at}` },
    purpose: {
      zh: `证明截至2024年9月12日被告确认尚欠货款148,200.00美元（其${at}）。`,
      en: `Proves that on 12 September 2024 the defendant confirmed a balance of USD 148,200.00 (${at}).`,
    },
    content: {
      zh: `被告财务经理王丽华书面确认欠款金额并承诺付款期限，见正文第${at}段。`,
      en: `The defendant's finance manager confirms the sum and promises a date; see paragraph ${at}.`,
    },
    originality: 'original',
    copies: 2,
    notes: { zh: `附译文${at}`, en: `Translation ${at} enclosed` },
    translation: 'none',
    contents: [message()],
    ...changes,
  }
}

/** A bundle of `sizes.length` groups; by default three groups of one exhibit each, in Chinese. */
export function bundleOf(
  sizes: readonly number[] = [1, 1, 1],
  changes: Partial<ExhibitBundle> = {},
  exhibitChanges: (at: number) => Partial<Exhibit> = () => ({}),
): ExhibitBundle {
  const titles = [
    { zh: '合同的成立及内容', en: 'Formation and terms of the contract' },
    { zh: '原告履行交货义务', en: 'Delivery by the plaintiff' },
    { zh: '付款及欠款', en: 'Payments and balance' },
  ]
  let at = 0
  const groups = numberExhibits(sizes, 'continuous').map((numbers, group) => ({
    label: labelGroup(group + 1),
    title: titles[group % titles.length] ?? { zh: '', en: '' },
    purpose: {
      zh: '证明原、被告之间存在买卖合同关系，被告至今未付清货款。',
      en: 'A sales contract exists between the parties and the price has not been paid in full.',
    },
    exhibits: numbers.map((number) => {
      at += 1
      return exhibit(number, at, exhibitChanges(at))
    }),
  }))
  return exhibitBundle.parse({
    language: 'zh',
    style: 'chinese',
    columns: { kind: true, originality: true },
    heading: {
      caseTitle: {
        zh: '凯勒阀门有限公司诉宁波宏达阀门有限公司国际货物买卖合同纠纷',
        en: 'Keller Armaturen GmbH v. Ningbo Hongda Valves Co., Ltd. (international sale of goods)',
      },
      caseNumber: '（2024）浙02民初1183号',
      tribunal: { zh: '浙江省宁波市中级人民法院', en: "Ningbo Intermediate People's Court" },
      role: 'plaintiff',
      submitter: { zh: '凯勒阀门有限公司', en: 'Keller Armaturen GmbH' },
      submittedOn: '2024-11-18',
    },
    groups,
    ...changes,
  })
}

/** An RGB image as PNG, its pixels from `colour`. */
export function png(
  width: number,
  height: number,
  colour: (x: number, y: number) => [number, number, number],
): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows.set(colour(x, y), y * (1 + width * 3) + 1 + x * 3)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
