import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readBody } from '../../electron/mail/read-body.ts'
import { readMessage } from '../../electron/mail/read-message.ts'
import { readPart } from '../../electron/mail/read-part.ts'

const BIG5 = '貨款餘額已確認，請於五月底前付清。'

/** A message whose label lies: it says windows-1252 and holds Big5, in its subject too. */
const mislabelled = (charset: string): Buffer =>
  Buffer.concat([
    Buffer.from(
      'From: a@hongda.example\r\nDate: Thu, 6 Mar 2025 09:15:00 +0800\r\nMessage-ID: <1@x>\r\nSubject: ',
    ),
    iconv.encode('餘額確認', 'big5'),
    Buffer.from(
      `\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`,
    ),
    iconv.encode(BIG5, 'big5'),
    Buffer.from('\r\n--b\r\nContent-Type: text/plain; name="'),
    iconv.encode('發票.txt', 'big5'),
    Buffer.from('"\r\nContent-Disposition: attachment\r\n\r\n'),
    iconv.encode('合計', 'big5'),
    Buffer.from('\r\n--b--\r\n'),
  ])

const read = (bytes: Buffer, chosen: Parameters<typeof readMessage>[1]) => {
  const result = readMessage(bytes, chosen)
  if (!result.ok) throw new Error(result.reason)
  return result.message
}

test('subject, body and file names are read in the charset the lawyer chose, whatever the label says', () => {
  const bytes = mislabelled('gb2312')
  expect(read(bytes, 'gb18030').text).not.toContain('貨款')
  const message = read(bytes, 'big5')
  expect(message.subject).toBe('餘額確認')
  expect(message.text.trim()).toBe(BIG5)
  expect(message.attachments[0]?.fileName).toBe('發票.txt')
  expect(readBody(bytes, 'big5').text.trim()).toBe(BIG5)
  expect(readPart(bytes, '2', 'big5')?.text).toBe('合計')
})

test('two characters of GBK that are UTF-8 by accident are read as the lawyer says', () => {
  const header = 'From: a@x.example\r\nSubject: =?utf-8?B?5L2Z6aKd?=\r\n\r\n'
  const bytes = Buffer.concat([Buffer.from(header), iconv.encode('目模', 'gb18030')])
  expect(read(bytes, null).text).not.toContain('目模')
  const message = read(bytes, 'gb18030')
  expect(message.text).toBe('目模')
  // A header word that is plainly UTF-8 stays what it is.
  expect(message.subject).toBe('余额')
})

test('the bytes of an attachment are the same in every charset', () => {
  const bytes = mislabelled('gb2312')
  const sums = ([null, 'big5', 'utf-16le', 'iso-2022-jp'] as const).map(
    (chosen) => read(bytes, chosen).attachments[0]?.sha256,
  )
  expect(new Set(sums).size).toBe(1)
})
