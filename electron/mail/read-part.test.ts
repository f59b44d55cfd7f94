import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readPart } from './read-part.ts'

/** A message that carries one file. */
const carrying = (type: string, fileName: string, bytes: Buffer): Buffer =>
  Buffer.from(
    [
      'From: a@b.example',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      `Content-Type: ${type}; name="${fileName}"`,
      'Content-Transfer-Encoding: base64',
      '',
      bytes.toString('base64'),
      '--b--',
    ].join('\r\n'),
  )

const TABLE = '日期,金额\n2024-09-01,148200.00\n'

test.each([
  ['text/plain; charset=gbk', '说明.txt', iconv.encode(TABLE, 'gbk')],
  ['text/csv', 'a.csv', iconv.encode(TABLE, 'gb18030')],
  ['application/vnd.ms-excel', 'a.CSV', Buffer.from(TABLE.replaceAll('\n', '\r\n'))],
  ['application/octet-stream', 'a.txt', Buffer.from(TABLE)],
])('%s named %s is read as text, its bytes staying as they are', (type, name, bytes) => {
  expect(readPart(carrying(type, name, bytes), '1')).toMatchObject({ text: TABLE, bytes })
})

test.each([
  ['application/pdf', 'a.pdf', Buffer.from('%PDF-1.4')],
  ['text/plain', 'a.txt', Buffer.from('PK\x03\x04\0\0')],
  ['text/plain', 'a.log', Buffer.alloc(1024 ** 2 + 1, 'x')],
])('%s named %s that is no text, or no end of it, is not', (type, name, bytes) => {
  expect(readPart(carrying(type, name, bytes), '1')).toMatchObject({ text: null })
})
