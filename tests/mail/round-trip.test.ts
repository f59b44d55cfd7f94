import { hash } from 'node:crypto'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readMessage } from '../../electron/mail/read-message.ts'
import { readPart } from '../../electron/mail/read-part.ts'
import { mail, mixed, PLAIN_FIELDS } from './support/compose-mail.ts'

const content = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .array(fc.constantFrom('\r\n', '\n', '\r', '=', ' ', '\t', '--b1', '.', 'text', 'From ', '合'), {
      maxLength: 60,
    })
    .map((pieces) => Buffer.from(pieces.join(''))),
)

function quotedPrintable(bytes: Uint8Array): string {
  const codes = [...bytes].map((octet) => `=${octet.toString(16).toUpperCase().padStart(2, '0')}`)
  return codes.map((code, index) => (index % 24 === 23 ? `${code}=\r\n` : code)).join('')
}

const encodings: Record<string, (bytes: Uint8Array) => string> = {
  base64: (bytes) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n'),
  'quoted-printable': quotedPrintable,
}

describe('attachments come back exact', () => {
  test('whatever they hold, in both encodings, in any number', () => {
    const attachment = fc.record({ content, encoding: fc.constantFrom(...Object.keys(encodings)) })
    fc.assert(
      fc.property(fc.array(attachment, { minLength: 1, maxLength: 5 }), (attachments) => {
        const bytes = mixed(
          attachments.map(
            ({ content: raw, encoding }, index) =>
              `Content-Type: text/plain; name="${index}.txt"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${encodings[encoding]?.(raw)}`,
          ),
        )
        const result = readMessage(bytes)
        expect(result.ok && result.message.attachments.map(({ sha256 }) => sha256)).toEqual(
          attachments.map(({ content: raw }) => hash('sha256', raw)),
        )
        for (const [index, { content: raw }] of attachments.entries()) {
          expect(readPart(bytes, `${index + 1}`)?.bytes.equals(raw)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a part without encoding keeps its own line ends', () => {
    const raw = 'a\r\nb\nc\rd\n'
    const bytes = mixed([
      `Content-Type: text/csv; name=a.csv\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${raw}`,
    ])
    expect(readPart(bytes, '1')?.bytes.toString()).toBe(raw)
  })
})

describe('Chinese text comes back, whatever charset it was put into and declared as', () => {
  const TEXT = '关于贵司拖欠货款事宜，请于收到本函之日起七日内付清，否则我方将依法提起诉讼。'
  const TRADITIONAL = '關於貴司拖欠貨款事宜，請於收到本函之日起七日內付清，否則我方將依法提起訴訟。'
  const body = (bytes: Buffer, label: string | null) => {
    const result = readMessage(
      mail(
        [
          ...PLAIN_FIELDS,
          label === null ? 'Content-Type: text/plain' : `Content-Type: text/plain; charset=${label}`,
        ],
        bytes,
      ),
    )
    return result.ok ? { text: result.message.text, warnings: result.message.warnings } : result
  }

  test.each([
    ['gbk', 'gb2312', TEXT],
    ['gb18030', 'GB2312', `${TEXT}𠮷㐂`],
    ['gbk', 'x-gbk', TEXT],
    ['big5', 'big5', TRADITIONAL],
    ['big5hkscs', 'big5', `${TRADITIONAL}啲嘅`],
    ['utf8', 'utf-8', TEXT],
    ['utf-16le', 'utf-16le', TEXT],
  ])('%s declared as %s', (charset, label, text) => {
    expect(body(iconv.encode(text, charset), label)).toEqual({ text, warnings: [] })
  })

  test.each([
    ['gbk', null, TEXT, 'CHARSET_GUESSED'],
    ['big5', null, TRADITIONAL, 'CHARSET_GUESSED'],
    ['gbk', 'utf-8', TEXT, 'CHARSET_GUESSED'],
    ['gbk', 'iso-8859-1', TEXT, 'CHARSET_GUESSED'],
    ['utf8', 'gb2312', TEXT, 'CHARSET_GUESSED'],
    ['utf8', 'iso-8859-1', TEXT, 'CHARSET_GUESSED'],
    ['gbk', 'x-nobody-knows', TEXT, 'CHARSET_UNKNOWN'],
    ['windows-1252', null, 'Die Rechnung über 100 € fürs Gerät ist fällig.', 'CHARSET_GUESSED'],
  ])('%s declared as %s is read and marked', (charset, label, text, warning) => {
    const read = body(iconv.encode(text, charset), label)
    expect(read).toMatchObject({ text })
    expect(read).toMatchObject({ warnings: expect.arrayContaining([warning]) })
  })

  test('an encoded word cut inside a character', () => {
    const octets = iconv.encode('证据目录', 'gbk')
    const words = [octets.subarray(0, 3), octets.subarray(3)].map(
      (half) => `=?gb2312?B?${half.toString('base64')}?=`,
    )
    const result = readMessage(mail(['From: a@b.example', `Subject: ${words.join('\r\n ')}`]))
    expect(result.ok && result.message.subject).toBe('证据目录')
  })
})
