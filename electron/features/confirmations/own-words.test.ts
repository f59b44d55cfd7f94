import { expect, test } from 'vitest'
import { ownWords, sentencesOf } from './own-words.ts'

const OWN = '我司确认欠款116,160.00欧元。'
const HISTORY = 'We confirm that nothing is owed.'

test.each([
  [
    'Foxmail',
    '发件人： Anna Seller\n发送时间： 2026-01-12 17:45\n收件人： 王伟 <wang@hongda.example.cn>\n主题： Balance\n',
  ],
  ['Foxmail, with the address', '发件人： Anna Seller <anna@seller.example>\n发送时间： 2026-01-12 17:45\n'],
  ['QQ Mail', '------------------ 原始邮件 ------------------\n发件人: "Anna" <anna@seller.example>;\n'],
  [
    'Outlook in Chinese',
    '-----邮件原件-----\n\n发件人: Anna <anna@seller.example>\n\n发送时间: 2026-01-12\n',
  ],
  ['Outlook', '________________________________\nFrom: Anna Seller\nSent: Monday\n'],
  ['Outlook in German', 'Von: Anna Seller\nGesendet: Montag\nAn: wang@hongda.example.cn\n'],
  ['Apple Mail, forwarded', '-------- Forwarded Message --------\n'],
  ['NetEase', 'At 2026-01-12 17:45:00, "Anna" <anna@seller.example> wrote:\n'],
  ['NetEase in Chinese', '在 2026-01-12 17:45，"Anna" <anna@seller.example> 写道：\n'],
  ['Gmail in Chinese', 'Anna Seller <anna@seller.example> 于2026年1月12日周一 17:45写道：\n'],
  ['Gmail, wrapped', 'On Mon, Jan 12, 2026 at 5:45 PM Anna Seller <\nanna@seller.example> wrote:\n'],
  ['Thunderbird in German', 'Am 12.01.2026 um 17:45 schrieb Anna Seller:\n'],
])('%s: what is answered is left out', (_, mark) => {
  expect(ownWords(`${OWN}\n\n王伟\n\n${mark}\n${HISTORY}`)).toBe(`${OWN}\n\n王伟`)
})

test('an answer between and below marked quotes stays', () => {
  const text = `On 12 January 2026, Anna wrote:\n\n> Is it 100?\n${OWN}\n> And the rest?\n好的。`
  expect(ownWords(text)).toBe(`${OWN}\n好的。`)
})

test('an ordinary sentence is no header and no divider', () => {
  const text = 'From: our side it is fine.\n我在2025年写道歉信。\nOn Monday we wrote a letter.\n--\nWang'
  expect(ownWords(text)).toBe(text)
})

test('carriage returns make no difference', () => {
  expect(ownWords(`${OWN}\r\n\r\n> ${HISTORY}\r\n`)).toBe(OWN)
})

test('a line that a mail program wrapped goes on; a short line ends', () => {
  const wrapped = 'we hereby confirm that on 15 January 2026 the whole balance\nof EUR 116,160.00 was open'
  expect(sentencesOf(`Dear Anna,\n${wrapped}\n\nRegards\nWang`)).toEqual([
    'Dear Anna,',
    wrapped,
    'Regards',
    'Wang',
  ])
})

test('Chinese sentences end at their marks, sums do not end at their point', () => {
  expect(sentencesOf('货已收到；数量相符。欠款116,160.00欧元！Fine. Thanks')).toEqual([
    '货已收到；',
    '数量相符。',
    '欠款116,160.00欧元！',
    'Fine.',
    'Thanks',
  ])
})
