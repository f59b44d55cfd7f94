import { expect, test } from 'vitest'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { readMessage } from '../../mail/read-message.ts'
import { fingerprintOf } from './fingerprint.ts'

const words = {
  from: 'Wang Wei <wang@hongda.example.cn>',
  to: 'anna@seller.example',
  subject: '货款',
  date: 'Mon, 12 Jan 2026 09:00:00 +0800',
  messageId: '1@hongda.example.cn',
  body: '我司尚欠货款。\n\nRegards',
  file: { name: 'a.pdf', text: 'figures' },
}

function print(bytes: Buffer): string {
  const reading = readMessage(bytes)
  if (!reading.ok) throw new TypeError(reading.reason)
  return fingerprintOf(reading.message)
}

const original = rawMail(words)

test('line ends, transport headers and the case of an address do not make another message', () => {
  const unixLines = Buffer.from(original.toString().replaceAll('\r\n', '\n'))
  const travelled = Buffer.concat([
    Buffer.from('Received: from a by b; Mon, 12 Jan 2026 01:00:03 +0000\r\n'),
    original,
  ])
  const shouted = rawMail({ ...words, from: 'Wang Wei <Wang@HONGDA.example.cn>' })
  expect(new Set([original, unixLines, travelled, shouted].map(print)).size).toBe(1)
})

test.each([
  ['a word', { body: '我司不欠货款。\n\nRegards' }],
  ['a file', { file: { name: 'a.pdf', text: 'other figures' } }],
  ['the sender', { from: 'li@hongda.example.cn' }],
  ['the time', { date: 'Mon, 12 Jan 2026 09:00:01 +0800' }],
  ['the identity', { messageId: '2@hongda.example.cn' }],
  ['the subject', { subject: '货款2' }],
])('%s makes another message', (_, change) => {
  expect(print(rawMail({ ...words, ...change }))).not.toBe(print(original))
})

test('without a Message-ID, one text to two people is two messages', () => {
  const { messageId, ...nameless } = words
  expect(print(rawMail({ ...nameless, to: 'boss@seller.example' }))).not.toBe(print(rawMail(nameless)))
})
