import type { SenderFlag } from '../../../src/bridge/model/identity.ts'

/** A sender as the header writes it, UTF-8 where it is not ASCII, and what must be said of it. */
export interface Spoof {
  readonly what: string
  readonly from: string
  readonly doubt: SenderFlag['code']
}

const BIDI = [...'\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069']
const ZERO_WIDTH = [...'\u200b\u200c\u200d\u2060\u2061\u2063\u2064\u00ad\u034f\u3164\u180e\u{e0041}']
const code = (char: string): string => `U+${char.codePointAt(0)?.toString(16)}`

const hidden = [...BIDI, ...ZERO_WIDTH].flatMap((char): Spoof[] =>
  [
    `"Hongda${char} Trading" <a@b.example>`,
    `"${char}林伟" <a@b.example>`,
    `"Lin Wei${char}" <a@b.example>`,
    `"林${char}伟" <a@b.example>`,
    `"Lin Wei" <a${char}@b.example>`,
    `"Lin Wei" <a@b${char}.example>`,
  ].map((from, at) => ({ what: `${code(char)}, ${at}`, from, doubt: 'HIDDEN_CHARACTERS' })),
)

const NAMED = [
  'boss@hongda.example',
  'Lin Wei boss@hongda.example',
  'Lin Wei (boss@hongda.example)',
  'Lin Wei <boss@hongda.example>',
  "'boss@hongda.example'",
  'BOSS@HONGDA.EXAMPLE',
  'boss＠hongda.example',
  'boss﹫hongda．example',
  'ｂｏｓｓ@hongda.example',
  'bo\u200bss@hongda.example',
  'boss@hong\u2060da.example',
  'boss@hongda.example via Mail',
  '林伟 boss@hongda.example',
  '林伟<boss@hongda.example>',
  'mailto:boss@hongda.example',
  '[boss@hongda.example]',
  'boss@hongda.example;',
  'boss@sub.hongda.example',
  '老板@宏达.example',
  'a@b.example.hongda.example',
].map((name): Spoof => ({ what: name, from: `"${name}" <a@b.example>`, doubt: 'NAME_IS_ANOTHER_ADDRESS' }))

const LOOKALIKES = [
  ...[...'аеосрхуіјѕһԁԛԝ'].map((letter) => `hongd${letter}.example`),
  ...[...'οανικρτυχ'].map((letter) => `hongd${letter}.example`),
  ...[...'ａｂｃ'].map((letter) => `hongd${letter}.example`),
  ...[
    'hоngda.com.cn',
    '宏dа达.example',
    'hongda.соm',
    'ho\u0307ngda\u0331.example',
    '𝐡ongda.example',
    'hongda．cn',
  ],
  ...[
    'ℎongda.example',
    'hongdaª.example',
    'ﬁrm.example',
    'Ꮋongda.example',
    'hongԁa.example',
    'ոongda.example',
  ],
].map((domain): Spoof => ({ what: domain, from: `a@${domain}`, doubt: 'LOOKALIKE_DOMAIN' }))

const ENCODED = [
  'xn--hngda-ksa.example',
  'mail.xn--fiqs8s',
  'XN--HONGD-7CD.example',
  'a.b.xn--80ak6aa92e.com',
].map((domain): Spoof => ({ what: domain, from: `a@${domain}`, doubt: 'PUNYCODE_DOMAIN' }))

export const SPOOFS: readonly Spoof[] = [...hidden, ...NAMED, ...LOOKALIKES, ...ENCODED]

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗',
  '欧阳',
  '司马',
  '諸葛',
  '慕容',
  'Wang',
  'Lin',
  'Müller',
  "O'Brien",
  'García',
  'Иванов',
]
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平',
  '建国',
  '小红',
  '志強',
  '诚',
  '（销售部）',
  'Wei',
  'Ana-María',
  'J. R.',
  'Zoë',
  '👩‍💼 Li',
  'راضیه‌سادات',
  'Nguyễn',
  'क्‍ष',
  '- Sales @ Hongda',
]
const DOMAINS = [
  'hongda.com.cn',
  'qq.com',
  '163.com',
  'mail.example.de',
  '宏达.cn',
  'münchen.example',
  '例え-abc.jp',
  'a-b.co.uk',
  'xn.example',
  '中文邮箱.中国',
]

/** Names and addresses as honest senders write them, 5,000 and more. */
export const NORMAL: readonly { name: string; address: string }[] = SURNAMES.flatMap((surname) =>
  GIVEN.flatMap((given) => {
    const spaced = /^\p{Script=Han}+$/u.test(surname + given) ? `${surname}${given}` : `${given} ${surname}`
    return DOMAINS.map((domain, at) => {
      const address = `lin.wei${at}@${domain}`
      return { name: at % 5 === 4 ? address : spaced, address }
    })
  }),
)
