import { hash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { labelsOf } from '../../electron/mail/labels.ts'
import { listSources } from '../../electron/mail/list-sources.ts'
import { decodeBlock } from '../../electron/mail/pst/decode-block.ts'
import { readMessage } from '../../electron/mail/read-message.ts'
import { walkSource } from '../../electron/mail/sources/walk-source.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { mail } from './support/compose-mail.ts'
import { composePst, type PstFormat } from './support/compose-pst.ts'
import { composeZip, type ZipPart } from './support/compose-zip.ts'
import { KNOWN } from './support/encode-block.ts'

const letter = (subject: string): Buffer => mail(['From: a@b.example', `Subject: ${subject}`], 'x')

interface Read {
  place: string
  outcome: string
  bytes: Buffer
}

/** Everything in a file, as one would find it in a receipt. */
async function readAll(name: string, bytes: Buffer): Promise<Read[]> {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, bytes)
  const found: Read[] = []
  for await (const source of listSources([path]))
    for await (const item of walkSource(source)) {
      const { below, folder, itemNumber, containerSha256 } = item.place
      expect(containerSha256).toBe(hash('sha256', bytes))
      const opened = 'skipped' in item ? item.skipped : await item.open(() => undefined)
      const place = [below, itemNumber === null ? '' : String(itemNumber), folder ?? '']
        .filter(Boolean)
        .join(' ')
      if (typeof opened === 'string') {
        found.push({ place, outcome: opened, bytes: Buffer.alloc(0) })
        continue
      }
      const form = 'form' in item ? item.form : 'mail'
      const read = readMessage(opened)
      const outcome = form === 'document' ? 'document' : read.ok ? read.message.subject : read.reason
      found.push({ place, outcome, bytes: opened })
    }
  return found
}

const outcomes = (read: readonly Read[]): string[] => read.map(({ place, outcome }) => `${place}: ${outcome}`)
const inZip = async (...parts: ZipPart[]) => outcomes(await readAll('a.zip', composeZip(parts)))

describe('a ZIP', () => {
  test('gives mail, mailboxes, documents and archives in it, in their order', async () => {
    const box = Buffer.from(
      `From a@b.example Mon Jan  1 00:00:00 2024\n${letter('in box').toString('latin1')}\n`,
    )
    const inner = composeZip([{ name: 'deep.eml', bytes: letter('deep'), packed: true }])
    expect(
      await inZip(
        { name: 'mail/a.eml', bytes: letter('one'), packed: true },
        { name: 'mail/', bytes: Buffer.alloc(0) },
        { name: 'b.mbox', bytes: box },
        { name: 'c.pdf', bytes: Buffer.from('%PDF-1.7') },
        { name: 'inner.zip', bytes: inner },
        { name: 'd.rar', bytes: Buffer.from('Rar!') },
        { name: 'e.exe', bytes: Buffer.from('MZ') },
      ),
    ).toEqual([
      'mail/a.eml: one',
      'b.mbox: in box',
      'c.pdf: document',
      'inner.zip/deep.eml: deep',
      'd.rar: OTHER_ARCHIVE',
      'e.exe: NOT_MAIL',
    ])
  })

  test('names what is locked, a link, leads out, swells or overlaps, and reads the rest', async () => {
    expect(
      await inZip(
        { name: 'locked.eml', bytes: letter('x'), flags: 1, packed: true },
        { name: 'link.eml', bytes: Buffer.from('/etc/passwd'), mode: 0o120777 },
        { name: '../../out.eml', bytes: letter('x') },
        { name: 'C:\\win.eml', bytes: letter('x') },
        { name: '/abs.eml', bytes: letter('x') },
        { name: 'bomb.eml', bytes: Buffer.alloc(30 * 1024 ** 2), packed: true },
        { name: 'good.eml', bytes: letter('good') },
      ),
    ).toEqual([
      'locked.eml: ENCRYPTED',
      'link.eml: SYMBOLIC_LINK',
      '../../out.eml: UNSAFE_NAME',
      'C:/win.eml: UNSAFE_NAME',
      '/abs.eml: UNSAFE_NAME',
      'bomb.eml: BOMB',
      'good.eml: good',
    ])
  })

  test('names in GBK, in UTF-8 and in neither are read, one archive at a time', async () => {
    const bytes = letter('x')
    const gbk = ['往来函件/订单确认.eml', '往来函件/质量索赔通知.eml'].map((name) => ({
      name: iconv.encode(name, 'gbk'),
      bytes,
    }))
    expect(await inZip(...gbk)).toEqual(['往来函件/订单确认.eml: x', '往来函件/质量索赔通知.eml: x'])
    expect(await inZip({ name: '合同.eml', bytes, flags: 0x800 })).toEqual(['合同.eml: x'])
    expect(await inZip({ name: Buffer.from('caf\x82.eml', 'latin1'), bytes })).toEqual(['café.eml: x'])
  })

  test('one that is cut off, or nests too deep, is named', async () => {
    const whole = composeZip([{ name: 'a.eml', bytes: letter('one') }])
    expect(outcomes(await readAll('a.zip', whole.subarray(0, -30)))).toEqual([': DAMAGED'])
    const nested = [1, 2, 3].reduce((inner) => composeZip([{ name: 'z.zip', bytes: inner }]), whole)
    expect(outcomes(await readAll('a.zip', nested))).toEqual(['z.zip/z.zip/z.zip: TOO_DEEP'])
    expect(outcomes(await readAll('a.zip', composeZip([])))).toEqual([': NO_MESSAGES'])
  })
})

describe.each<PstFormat>([
  { pages: 'unicode', crypt: 1 },
  { pages: 'unicode', crypt: 0 },
  { pages: 'unicode', crypt: 2 },
  { pages: 'ansi', crypt: 1 },
  { pages: '4k', crypt: 1 },
])('a mailbox of Outlook in pages $pages, encoded by $crypt', (format) => {
  const pst = composePst(format)

  test('gives its messages with folder and number, its contact as a line', async () => {
    const read = await readAll('box.pst', pst)
    expect(outcomes(read)).toEqual(['2097188 收件箱/订单: 余款', '2097220 收件箱/订单: NOT_MAIL'])
    const message = readMessage(read[0]?.bytes ?? Buffer.alloc(0))
    expect(message.ok && message.message).toMatchObject({
      text: '余款属实。'.repeat(2_000),
      from: [{ name: '林晓敏', address: 'lin@supplier.example' }],
      to: [{ name: 'Li', address: 'li@buyer.example' }],
      attachments: [
        { fileName: 'a.bin', sizeBytes: 30_000, sha256: hash('sha256', Buffer.alloc(30_000, 7)) },
        { nestedSubject: 'Inner' },
      ],
    })
  })

  test('is the same message file each time', async () => {
    const [one, two] = [await readAll('a.pst', pst), await readAll('b.ost', pst)]
    expect(one.map(({ bytes }) => hash('sha256', bytes))).toEqual(
      two.map(({ bytes }) => hash('sha256', bytes)),
    )
  })

  test('damaged anywhere it ends, and what it gives is named', async () => {
    for (let at = 8; at < pst.length; at += 997) {
      const damaged = Buffer.from(pst)
      damaged.fill(0xff, at, at + 40)
      for (const { outcome } of await readAll('a.pst', damaged)) expect(outcome).not.toBe('READER_FAILED')
    }
  }, 120_000)
})

test.each([
  ['1700000000.a,b:2,RS', ['x'], ['\\Answered', '\\Seen']],
  [
    'a.eml',
    ['X-Gmail-Labels: Inbox,"Orders, 2025",=?UTF-8?Q?=E8=AE=A2=E5=8D=95?='],
    ['Inbox', 'Orders, 2025', '订单'],
  ],
  ['a.eml', ['Status: RO', 'X-Status: A'], ['\\Seen', '\\Answered']],
  ['a.eml', ['X-Mozilla-Status: 0009'], ['\\Seen', '\\Deleted']],
  ['a.eml', ['Subject: x'], []],
])('labels and flags of %s %j', (name, fields, labels) => {
  expect(
    labelsOf(
      mail(['From: a@b.example', ...fields.filter((field) => field.includes(':'))], 'x'),
      basename(name),
    ).sort(),
  ).toEqual(labels.toSorted())
})

test('flags of Apple Mail stand behind the message', () => {
  const message = letter('x')
  const list =
    '<?xml version="1.0"?><plist><dict><key>flags</key><integer>8590195717</integer></dict></plist>'
  expect(
    labelsOf(Buffer.from(`${message.length}\n${message.toString('latin1')}${list}`), 'a.emlx'),
  ).toContain('\\Seen')
})

test('the permutation is that of MS-PST 5.1', () => {
  expect([...decodeBlock(Buffer.from(KNOWN.permuted), 1, 0)]).toEqual(KNOWN.plain)
})
