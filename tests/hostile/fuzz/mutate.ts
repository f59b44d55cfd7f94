import type { Seeded } from '../../durability/seeded.ts'

/** Pieces that mean something to a reader of mail; most came from a message that once broke one. */
const TOKENS = [
  '\r\n',
  '\n',
  '\r',
  '\r\n\r\n',
  '\0',
  '\t',
  ' ',
  ':',
  ';',
  '=',
  '"',
  '\\',
  '(',
  ')',
  '<',
  '>',
  '@',
  ',',
  '--',
  '?=',
  '=?',
  '=?utf-8?B?',
  '=?gb18030?Q?',
  '=?iso-2022-jp?B?GyRC?=',
  "*0*=utf-8''",
  '*1*=',
  '%',
  '=\r\n',
  '=3D',
  '=C3',
  '====',
  'From ',
  '\nFrom a@b Mon Jan  1 00:00:00 2024\n',
  '>From ',
  'Content-Length: 99999999999\n',
  'Content-Length: -1\n',
  'Content-Type: multipart/mixed; boundary=',
  'Content-Type: message/rfc822\r\n',
  'Content-Type: text/html\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'Content-Transfer-Encoding: quoted-printable\r\n',
  'boundary=""',
  'boundary=a',
  'charset=utf-7',
  'charset=hz-gb-2312',
  'charset=iso-2022-kr',
  'charset=gb18030',
  'charset=big5',
  'charset=x',
  'begin 644 a\n',
  '`\nend\n',
  '\x1b$B',
  '\x1b(B',
  '~{',
  '~}',
  '+AD4-',
  '\xef\xbb\xbf',
  '\xff\xfe',
  '\xfe\xff',
  '\x81\x30\x81\x30',
  '\xed\xa0\x80',
  '\xc0\xaf',
  '\xf4\x90\x80\x80',
  '\u202e',
  '<![CDATA[',
  '<!--',
  '-->',
  '<style>',
  '</style>',
  '<svg>',
  '<img src=',
  '&#x110000;',
  '&#0;',
  'cid:',
  'data:',
  'Mon, 31 Feb 2024 25:61:61 +9999',
  '9'.repeat(40),
  '\x7f',
  '\x80',
  '{',
  '}',
  '[',
  ']',
  '-1',
  'null',
  '1e999',
].map((token) => Buffer.from(token, 'latin1'))

type Change = (bytes: Buffer, chance: Seeded, other: Buffer) => Buffer

const insert = (bytes: Buffer, at: number, piece: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])

const CHANGES: readonly Change[] = [
  (bytes, chance) => {
    const changed = Buffer.from(bytes)
    if (changed.length > 0) changed[chance.whole(changed.length)] = chance.whole(256)
    return changed
  },
  (bytes, chance) => {
    const changed = Buffer.from(bytes)
    const at = chance.whole(Math.max(1, changed.length))
    if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << chance.whole(8))
    return changed
  },
  (bytes, chance) => insert(bytes, chance.whole(bytes.length + 1), chance.pick(TOKENS)),
  (bytes, chance) => insert(bytes, chance.whole(bytes.length + 1), chance.pick(TOKENS)),
  (bytes, chance) => {
    const piece = chance.pick(TOKENS)
    const times = 1 + chance.whole(60)
    return insert(
      bytes,
      chance.whole(bytes.length + 1),
      Buffer.concat(Array.from({ length: times }, () => piece)),
    )
  },
  (bytes, chance) => {
    const at = chance.whole(bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + chance.whole(64))])
  },
  (bytes, chance) => bytes.subarray(0, chance.whole(bytes.length + 1)),
  (bytes, chance) => {
    const at = chance.whole(bytes.length + 1)
    return insert(bytes, chance.whole(bytes.length + 1), bytes.subarray(at, at + chance.whole(200)))
  },
  (bytes, chance, other) => {
    const at = chance.whole(other.length + 1)
    return insert(bytes, chance.whole(bytes.length + 1), other.subarray(at, at + chance.whole(400)))
  },
  (bytes, chance, other) =>
    Buffer.concat([
      bytes.subarray(0, chance.whole(bytes.length + 1)),
      other.subarray(chance.whole(other.length + 1)),
    ]),
  (bytes, chance) =>
    insert(
      bytes,
      chance.whole(bytes.length + 1),
      Buffer.from(Array.from({ length: 1 + chance.whole(8) }, () => chance.whole(256))),
    ),
]

/** Larger than this an input is cut: the reading of large ones is what the bombs are for. */
const MOST_BYTES = 16_384

/** One of the seeds, changed once to six times, now and then not at all. */
export function mutate(seeds: readonly Buffer[], chance: Seeded): Buffer {
  let bytes: Buffer = Buffer.from(chance.pick(seeds))
  for (let left = chance.whole(7); left > 0; left -= 1)
    bytes = chance.pick(CHANGES)(bytes, chance, chance.pick(seeds))
  return bytes.subarray(0, MOST_BYTES)
}
