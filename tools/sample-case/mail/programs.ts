import type { Letter } from './letter.ts'
import { seededDigits, seededGuid, seededHex } from './seeded.ts'
import { digits } from './written-time.ts'

/** The hand of a mail program: how its ids, boundaries and own headers look. */
export interface Program {
  readonly name: 'outlook' | 'outlook-cn' | 'thunderbird' | 'foxmail' | 'qqmail' | 'coremail'
  readonly messageId: (letter: Letter) => string
  readonly boundary: (letter: Letter, level: number) => string
  readonly headers: (letter: Letter) => readonly string[]
}

const hasFiles = (letter: Letter) => letter.enclosures !== undefined || letter.forwards !== undefined
const domainOf = (letter: Letter) => letter.from.address.replace(/^.*@/, '')

export const outlook: Program = {
  name: 'outlook',
  messageId: ({ file }) => {
    const host = `FR2P281MB${seededDigits(`${file} host`, 4)}`
    return `${host}${seededHex(file, 26).toUpperCase()}@${host}.DEUP281.mail.ohlenrieth.example`
  },
  boundary: ({ file }, level) =>
    `_00${level + 3}_FR2P281MB${seededDigits(`${file} boundary`, 4)}${seededHex(`${file}${level}`, 12).toUpperCase()}_`,
  headers: (letter) => [
    `Thread-Index: AQHb${Buffer.from(seededHex(letter.file, 18), 'hex').toString('base64').slice(0, 20)}==`,
    'Accept-Language: de-DE, en-US',
    'Content-Language: de-DE',
    `X-MS-Has-Attach: ${hasFiles(letter) ? 'yes' : ''}`,
    'X-Mailer: Microsoft Outlook 16.0',
  ],
}

/** The same program, Chinese edition, speaking to a plain SMTP server. */
export const outlookChina: Program = {
  ...outlook,
  name: 'outlook-cn',
  messageId: (letter) => `000001d9${seededHex(letter.file, 24)}$@${domainOf(letter)}`,
  boundary: ({ file }, level) => `----=_NextPart_000_00${level}A_01DB${seededHex(file, 12).toUpperCase()}`,
  headers: () => ['X-Mailer: Microsoft Outlook 16.0', 'Content-Language: zh-cn'],
}

export const thunderbird: Program = {
  name: 'thunderbird',
  messageId: (letter) => `${seededGuid(letter.file).toLowerCase()}@${domainOf(letter)}`,
  boundary: ({ file }, level) => `------------${seededHex(`${file}${level}`, 24)}`,
  headers: () => ['User-Agent: Mozilla Thunderbird', 'Content-Language: en-US, de-DE'],
}

export const foxmail: Program = {
  name: 'foxmail',
  messageId: (letter) => `${digits(letter.at)}${seededDigits(letter.file, 9)}@${domainOf(letter)}`,
  boundary: ({ file }, level) => `----=_00${level + 1}_NextPart${seededDigits(`${file}${level}`, 12)}_=----`,
  headers: (letter) => [
    'X-Priority: 3',
    `X-GUID: ${seededGuid(letter.file)}`,
    `X-Has-Attach: ${hasFiles(letter) ? 'yes' : 'no'}`,
    'X-Mailer: Foxmail 7.2.25.375[cn]',
  ],
}

export const qqmail: Program = {
  name: 'qqmail',
  messageId: (letter) => `tencent_${seededHex(letter.file, 40).toUpperCase()}@${domainOf(letter)}`,
  boundary: ({ file, at }, level) => {
    const seconds = Math.floor(Date.parse(at) / 1000)
      .toString(16)
      .toUpperCase()
    return `----=_NextPart_${seconds}_${seededHex(`${file}${level}`, 8).toUpperCase()}_${seededHex(file, 8)}`
  },
  headers: ({ file, at }) => [
    'X-Priority: 3',
    `X-QQ-MIME: TCMime 1.0 by Tencent`,
    'X-Mailer: QQMail 2.x',
    'X-QQ-Mailer: QQMail 2.x',
    `X-QQ-mid: webmail${seededDigits(file, 3)}t${Math.floor(Date.parse(at) / 1000)}t${seededDigits(file, 7)}`,
  ],
}

export const coremail: Program = {
  name: 'coremail',
  messageId: (letter) => {
    const part = (key: string, length: number) => seededHex(`${letter.file} ${key}`, length)
    const stamp = Date.parse(letter.at).toString(16)
    return `${part('a', 8)}.${part('b', 4)}.${stamp}.Coremail.${letter.from.address}`
  },
  boundary: ({ file, at }, level) => `----=_Part_${seededDigits(`${file}${level}`, 6)}_${Date.parse(at)}`,
  headers: ({ file }) => [
    'X-Priority: 3',
    'X-Mailer: Coremail Webmail Server Version XT5.0.14 build 20240801',
    `X-CM-TRANSID: ${seededHex(file, 22)}`,
  ],
}
