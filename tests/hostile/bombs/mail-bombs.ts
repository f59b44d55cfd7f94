const K = 1_000
const FIELDS = 'From: a@b.example\r\nSubject: bomb\r\nMIME-Version: 1.0\r\n'

const mail = (fields: string, body: string): Buffer => Buffer.from(`${FIELDS}${fields}\r\n${body}`, 'latin1')
const part = (type: string, encoding: string, body: string): Buffer =>
  mail(`Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n`, body)
const html = (body: string): Buffer => part('text/html; charset=utf-8', '8bit', body)
const nested = (levels: number): string =>
  Array.from(
    { length: levels },
    (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`,
  ).join('')

/** Messages that want more time or memory than they are worth, by what is too much. */
export const MAIL_BOMBS: Readonly<Record<string, () => Buffer>> = {
  '200,000 parts': () =>
    mail('Content-Type: multipart/mixed; boundary=b\r\n', '--b\r\n\r\nx\r\n'.repeat(200 * K)),
  'multiparts 10,000 deep': () => mail('Content-Type: multipart/mixed; boundary=b0\r\n', nested(10 * K)),
  'messages 10,000 deep': () => mail('', 'Content-Type: message/rfc822\r\n\r\n'.repeat(10 * K)),
  '500,000 header lines': () => mail('X: y\r\n'.repeat(500 * K), 'x'),
  'a header field of 32 MB': () => mail(`X: ${'a'.repeat(32_000 * K)}\r\n`, 'x'),
  '1,000,000 addresses': () => mail(`Cc: ${'a@b, '.repeat(1_000 * K)}\r\n`, 'x'),
  '200,000 addresses within the limit': () => mail(`Cc: ${'a@b,'.repeat(200 * K)}\r\n`, 'x'),
  'encoded words without end': () => mail(`Subject: ${'=?utf-8?B?'.repeat(90 * K)}\r\n`, 'x'),
  '100,000 references': () => mail(`References: ${'<a@b> '.repeat(150 * K)}\r\n`, 'x'),
  'RFC 2231 pieces': () =>
    mail(
      `Content-Type: text/plain; ${Array.from({ length: 40 * K }, (_, n) => `name*${n}*=%41`).join('; ')}\r\n`,
      'x',
    ),
  'lines that are almost the boundary': () =>
    mail(
      `Content-Type: multipart/mixed; boundary=${'b'.repeat(70)}\r\n`,
      `--${'b'.repeat(69)}\r\n`.repeat(400 * K),
    ),
  'quoted-printable of equals signs': () => part('text/plain', 'quoted-printable', '=\r\n'.repeat(5_000 * K)),
  'base64 of garbage': () => part('application/pdf', 'base64', '=A=\r'.repeat(8_000 * K)),
  'one line of 100 MB': () => part('text/plain', '7bit', 'x'.repeat(100_000 * K)),
  'escapes of ISO-2022-JP': () =>
    part('text/plain; charset=iso-2022-jp', '7bit', '\x1b$B!!\x1b(B'.repeat(1_000 * K)),
  'shifts of UTF-7': () => part('text/plain; charset=utf-7', '7bit', '+AAA-'.repeat(1_000 * K)),
  'half characters of GB18030': () =>
    part('text/plain; charset=gb18030', '8bit', '\x81\x30\x81'.repeat(3_000 * K)),
  'elements 1,000,000 deep': () => html('<b>'.repeat(1_000 * K)),
  'a style sheet of 20 MB': () => html(`<style>${'@import "x";a{b:c}'.repeat(1_200 * K)}</style>x`),
  '50,000 style attributes': () => html(`<p style="${'color:red;'.repeat(80)}">x`.repeat(4 * K)),
  'references to characters': () => html('&amp;&#x110000;&NotNestedGreaterGreater;'.repeat(120 * K)),
  'attributes without end': () => html(`<p ${'a '.repeat(2_000 * K)}`),
  uuencode: () => part('application/octet-stream', 'x-uuencode', `begin 644 a\n${'M'.repeat(20_000 * K)}`),
}

/** A mailbox that is almost nothing but lines that begin a message. */
export const mailboxBomb = (messages: number): Buffer =>
  Buffer.from('From a@b.example Mon Jan  1 00:00:00 2024\nFrom: a@b\n\n'.repeat(messages))
