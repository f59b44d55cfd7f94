import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readMessage } from '../../electron/mail/read-message.ts'
import { flagSender } from '../../electron/rules/identity/flag-sender.ts'
import type { Person } from '../../src/bridge/model/message.ts'
import { NORMAL, SPOOFS } from './spoofs/cases.ts'

function sendersOf(bytes: Buffer): Person[] {
  const read = readMessage(bytes)
  return read.ok ? read.message.from : []
}

const mailFrom = (from: Buffer | string): Buffer =>
  Buffer.concat([
    Buffer.from('Subject: x\r\nContent-Type: text/plain; charset=gbk\r\nFrom: '),
    Buffer.from(from),
    Buffer.from('\r\n\r\nx'),
  ])
/** That a mailbox is free is a fact about it and no doubt: half of all honest senders write from one. */
const doubtsOf = (from: readonly Person[]) =>
  flagSender({ from, replyTo: [] }, [])
    .map(({ code }): string => code)
    .filter((code) => code !== 'FREE_MAIL')

test('200 senders who are not what they look like are each named as that', () => {
  expect(SPOOFS.length).toBeGreaterThanOrEqual(200)
  const missed = SPOOFS.filter(({ from, doubt }) => !doubtsOf(sendersOf(mailFrom(from))).includes(doubt))
  expect(missed.map(({ what }) => what)).toEqual([])
})

test('a GBK character whose second octet is a backslash swallows nothing behind it', () => {
  const leads = Array.from({ length: 0xfe - 0x81 + 1 }, (_, at) => 0x81 + at)
  const names = leads
    .map((lead) => iconv.decode(Buffer.from([lead, 0x5c]), 'gbk'))
    .filter((name) => /^\p{L}$/u.test(name))
  expect(names.length).toBeGreaterThan(100)
  for (const name of names) {
    const person = { name: `许${name}`, address: 'a@b.example' }
    const octets = iconv.encode(person.name, 'gbk')
    const written = [
      Buffer.concat([Buffer.from('"'), octets, Buffer.from('" <a@b.example>')]),
      Buffer.concat([octets, Buffer.from(' <a@b.example>')]),
      `=?gbk?B?${octets.toString('base64')}?= <a@b.example>`,
      `=?gbk?Q?${octets.toString('hex').replace(/../gu, '=$&')}?= <a@b.example>`,
    ]
    for (const from of written) expect(sendersOf(mailFrom(from))).toEqual([person])
  }
})

test('of 5,000 honest senders, Chinese and others, not one in a hundred is doubted', () => {
  const corpus = join(import.meta.dirname, '../mail/corpus/synthetic-zh')
  const mails = readdirSync(corpus).filter((name) => name.endsWith('.eml'))
  const senders = [...NORMAL, ...mails.flatMap((name) => sendersOf(readFileSync(join(corpus, name))))]
  const doubted = senders.filter((sender) => doubtsOf([sender]).length > 0)
  expect(senders.length).toBeGreaterThan(5_000)
  expect(doubted.length, JSON.stringify(doubted.slice(0, 9))).toBeLessThanOrEqual(senders.length / 100)
})
