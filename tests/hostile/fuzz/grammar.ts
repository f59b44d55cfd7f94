import type { Seeded } from '../../durability/seeded.ts'

const WORDS = [
  '余款',
  'balance',
  '=?utf-8?B?5L2Z5qy+?=',
  '=?gbk?Q?=D3=E0=BF=EE?=',
  '"a, b"',
  '',
  '\u202egpj.exe',
  'x'.repeat(90),
]
const ADDRESSES = [
  'a@b.example',
  '<a@b>',
  '"林" <lin@x.example>',
  'g: a@b, c@d;',
  '<@r:a@b>',
  '(c (d)) a@b',
  '<>',
  'a b@c',
  '@',
  'a@[1.2.3.4]',
]
const TYPES = [
  'text/plain',
  'text/html',
  'application/pdf',
  'image/png',
  'message/rfc822',
  'multipart/alternative',
  'multipart/',
  '/',
  'x',
]
const CHARSETS = [
  'utf-8',
  'gb18030',
  'gb2312',
  'big5',
  'iso-2022-jp',
  'iso-2022-kr',
  'hz-gb-2312',
  'utf-7',
  'utf-16',
  'shift_jis',
  'koi8-r',
  'nonsense',
]
const ENCODINGS = ['7bit', '8bit', 'base64', 'quoted-printable', 'x-uuencode', 'binary', 'nonsense']
const DATES = [
  'Mon, 1 Jan 2024 00:00:00 +0800',
  '1 Jan 24 0:0 PST',
  '2024-01-01',
  'Mon, 99 Foo 99999 99:99',
  '',
  '1 Jan 1 00:00:00 (x (y)) Z',
]

function header(chance: Seeded): string[] {
  const fields = [
    `Subject: ${chance.pick(WORDS)} ${chance.pick(WORDS)}`,
    `From: ${chance.pick(ADDRESSES)}`,
    `To: ${chance.pick(ADDRESSES)}, ${chance.pick(ADDRESSES)}`,
    `Cc: ${chance.pick(WORDS)} ${chance.pick(ADDRESSES)}`,
    `Date: ${chance.pick(DATES)}`,
    `Message-ID: <${chance.whole(99)}@x>`,
    `References: <a@b> ${chance.pick(WORDS)} <c`,
    `Received: from x by y; ${chance.pick(DATES)}`,
    ` folded ${chance.pick(WORDS)}`,
    `X-${chance.pick(WORDS)}: y`,
  ]
  return fields.filter(() => chance.chance(0.7))
}

function body(chance: Seeded): string {
  const said = `${chance.pick(WORDS)}\r\n<p>${chance.pick(WORDS)}</p>\r\n`
  return chance.chance(0.4) ? Buffer.from(said.repeat(1 + chance.whole(4))).toString('base64') : said
}

function part(chance: Seeded, depth: number): string {
  if (depth > 0 && chance.chance(0.5)) {
    const boundary = `b${chance.whole(3)}`
    const inside = Array.from(
      { length: chance.whole(4) },
      () => `--${boundary}\r\n${part(chance, depth - 1)}\r\n`,
    )
    const end = chance.chance(0.8) ? `--${boundary}--\r\n` : ''
    return `Content-Type: multipart/${chance.pick(['mixed', 'alternative', 'related', 'digest'])}; boundary=${boundary}\r\n\r\n${inside.join('')}${end}`
  }
  const name = chance.chance(0.4) ? `; name="${chance.pick(WORDS)}.pdf"` : ''
  const nested = chance.chance(0.1) ? `${header(chance).join('\r\n')}\r\n${part(chance, 0)}` : body(chance)
  return `Content-Type: ${chance.pick(TYPES)}; charset=${chance.pick(CHARSETS)}${name}\r\nContent-Transfer-Encoding: ${chance.pick(ENCODINGS)}\r\n\r\n${nested}`
}

/** A message made by the grammar of RFC 5322 and 2045, with the liberties real and hostile senders take. */
export const composeMail = (chance: Seeded): Buffer =>
  Buffer.from(`${header(chance).join('\r\n')}\r\n${part(chance, 4)}`)
