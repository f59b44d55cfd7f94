import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Numbers that look random and are the same every run (mulberry32). */
export function createDice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const ENGLISH =
  'please confirm the balance of the invoice and the delivery of the goods under our contract we received your payment container shipment inspection report quality claim pump valve bearing deposit schedule port Ningbo Hamburg bank transfer reminder'.split(
    ' ',
  )
const CHINESE =
  '合同 货款 发票 尚欠 确认 交货 装船 提单 检验 质量 问题 付款 定金 逾期 利息 对账单 收到 贵司 我司 同意 异议 通知 期限 银行 汇款 水泵 轴承 阀门 催告 回复'.split(
    ' ',
  )

/** About `length` characters of English and Chinese business prose, wrapped as mail programs wrap. */
export function prose(dice: () => number, length: number): string {
  let text = ''
  let line = 0
  while (text.length < length) {
    const english = dice() < 0.5
    const words = english ? ENGLISH : CHINESE
    const word = words[Math.floor(dice() * words.length)] ?? ''
    text += english ? `${word} ` : word
    line += word.length
    if (line > 60) {
      text += dice() < 0.1 ? '\r\n\r\n' : '\r\n'
      line = 0
    }
  }
  return text
}

/** Sizes as in a business mailbox: mostly short, a quarter with a scan, a few with a large file; 190 KB on average. */
function attachmentBytes(dice: () => number): number {
  const kind = dice()
  if (kind < 0.7) return 0
  return Math.floor(kind < 0.95 ? 40_000 + dice() * 300_000 : 700_000 + dice() * 1_600_000)
}

/** One message of a correspondence in threads of ten, alternating between the two sides. */
export function generateMessage(dice: () => number, index: number, withFiles = true): string {
  const ours = index % 2 === 0
  const id = (at: number) => `<bench-${at}@${at % 2 === 0 ? 'seller.example' : 'buyer.example.cn'}>`
  const first = index - (index % 10)
  const at = new Date(Date.UTC(2023, 0, 1) + index * 3_600_000).toUTCString().replace('GMT', '+0000')
  const size = withFiles ? attachmentBytes(dice) : 0
  const head = [
    `From: ${ours ? 'Anna Seller <anna@seller.example>' : '"=?gbk?B?zfXOsA==?=" <wangwei@buyer.example.cn>'}`,
    `To: ${ours ? 'wangwei@buyer.example.cn' : 'anna@seller.example'}`,
    `Subject: =?utf-8?B?${Buffer.from(`订单 PO-${first} 第${index % 10}封`).toString('base64')}?=`,
    `Date: ${at}`,
    `Message-ID: ${id(index)}`,
    ...(index === first
      ? []
      : [`In-Reply-To: ${id(index - 1)}`, `References: ${id(first)} ${id(index - 1)}`]),
    'MIME-Version: 1.0',
  ]
  const body = `${prose(dice, 600 + dice() * 4_000)}\r\nEUR ${index},${100 + (index % 900)}.00`
  if (size === 0) {
    return [
      ...head,
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      body,
      '',
    ].join('\r\n')
  }
  const bytes = Buffer.alloc(size, 0)
  for (let each = 0; each < size; each += 4)
    bytes.writeUInt32LE(Math.floor(dice() * 4_294_967_295), Math.min(each, size - 4))
  const wrapped = bytes.toString('base64').replace(/.{76}/gu, '$&\r\n')
  return [
    ...head,
    'Content-Type: multipart/mixed; boundary="bench"',
    '',
    '--bench',
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '--bench',
    `Content-Type: application/pdf; name="scan-${index}.pdf"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="scan-${index}.pdf"`,
    '',
    wrapped,
    '--bench--',
    '',
  ].join('\r\n')
}

/** Writes `count` messages as files below `folder`, a thousand to a folder. */
export async function writeMailFolder(folder: string, count: number): Promise<void> {
  const dice = createDice(20_261_120)
  for (let index = 0; index < count; index += 1) {
    const inside = join(folder, String(Math.floor(index / 1_000)))
    if (index % 1_000 === 0) await mkdir(inside, { recursive: true })
    await writeFile(join(inside, `${index}.eml`), generateMessage(dice, index))
  }
}

/** Writes `count` messages without files, or so many MB of messages as they are, into one mailbox (mboxrd); gives how many. */
export async function writeMailbox(path: string, size: number | { megabytes: number }): Promise<number> {
  const dice = createDice(1)
  const out = createWriteStream(path)
  const isWhole = (index: number): boolean =>
    typeof size === 'number' ? index >= size : out.bytesWritten >= size.megabytes * 1e6
  let index = 0
  for (; !isWhole(index); index += 1) {
    const message = generateMessage(dice, index, typeof size !== 'number').replace(/^(>*From )/gmu, '>$1')
    if (!out.write(`From bench@seller.example Thu Jan  1 00:00:00 2026\r\n${message}\r\n`))
      await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  return index
}
