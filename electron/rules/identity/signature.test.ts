import { expect, test } from 'vitest'
import { readSignature } from './signature.ts'

test('the lines behind the closing words, with company and position', () => {
  const words = `Dear Marta,

we shall pay next week.

Best regards,
Lin Xiaomin
Sales Manager
Ningbo Hongda Lighting Co., Ltd.
Tel +86 574 0000 0000`
  expect(readSignature(words)).toEqual({
    quote: 'Lin Xiaomin\nSales Manager\nNingbo Hongda Lighting Co., Ltd.\nTel +86 574 0000 0000',
    companyZh: '',
    companyEn: 'Ningbo Hongda Lighting Co., Ltd.',
    position: 'Sales Manager',
  })
})

test('a Chinese signature, its department beside the company', () => {
  const words = `Olsen 女士：

余款属实。

顺祝商祺！
林晓敏
宁波宏达灯饰有限公司 采购部经理`
  expect(readSignature(words)).toEqual({
    quote: '林晓敏\n宁波宏达灯饰有限公司 采购部经理',
    companyZh: '宁波宏达灯饰有限公司',
    companyEn: '',
    position: '采购部经理',
  })
})

test('without closing words the company tells where the signature begins', () => {
  const words = '货已发出，请查收。\n\n王强\n青岛远航橡胶制品有限公司\n电话 0532-0000'
  expect(readSignature(words)).toMatchObject({
    quote: '王强\n青岛远航橡胶制品有限公司\n电话 0532-0000',
    companyZh: '青岛远航橡胶制品有限公司',
  })
})

test.each([
  ['a letter without a signature', 'We have paid.\nThe slip follows.'],
  ['a company in the last sentence', '合同相对方为宁波宏达灯饰有限公司。'],
  ['nothing', ''],
  ['closing words alone', 'Thank you.\n\nBest regards,'],
])('%s gives none', (_what, words) => {
  expect(readSignature(words)).toBeNull()
})

test('a line too long for a signature is not looked through', () => {
  const long = `${'x'.repeat(200)} Ningbo Hongda Lighting Co., Ltd.`
  expect(readSignature(`Regards\nLin\n${long}`)).toMatchObject({ companyEn: '' })
})

test('a hostile text is read in no time', () => {
  const started = performance.now()
  for (const text of [
    '有'.repeat(50_000),
    `${'A '.repeat(50_000)}`,
    '(((('.repeat(20_000),
    '-'.repeat(90_000),
    `Lin${' '.repeat(60_000)}x`,
    `Lin\n${' '.repeat(60_000)}x\n`,
    `Regards\n${'有'.repeat(90_000)}`,
  ])
    readSignature(text)
  expect(performance.now() - started).toBeLessThan(500)
})
