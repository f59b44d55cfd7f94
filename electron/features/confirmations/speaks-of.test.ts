import { expect, test } from 'vitest'
import { speaksOf } from './speaks-of.ts'

test.each([
  '我司确认尚欠贵司货款。',
  '同意贵司的方案。',
  '对账单核对无误，已盖章。',
  '货物已于昨日收到，验收合格。',
  '我方对此没有异议。',
  '检验期内未提出异议。',
  '发票已收到，财务已入账。',
  '欠你们的钱我们不会赖账的。',
  '好的，下周安排。',
  'We confirm the balance of EUR 100.',
  'OK, shipment on 20 August is agreed.',
  'Goods received in good order, no objections.',
  'Please find the signed contract attached.',
  'Yes, that is correct.',
])('confirms: %s', (sentence) => {
  expect(speaksOf(sentence)).toBe('confirming')
})

test.each([
  '我司对贵司主张的欠款不予认可；',
  '我司不同意降价。',
  '我司从未收到该批货物。',
  '对账单金额我司有异议。',
  '上述内容与事实不符。',
  '聂堃无权代表我司确认。',
  '我们拒绝支付。',
  '双方之间不存在该合同。',
  'We do not agree with the amount.',
  'We never received the goods.',
  'Our company disputes the debt.',
  'We cannot confirm this.',
  'That is not correct.',
  "We didn't order these parts.",
])('refuses: %s', (sentence) => {
  expect(speaksOf(sentence)).toBe('refusing')
})

test.each([
  '请贵司尽快确认。',
  '请核对附件对账单，确认无误后盖章回传，谢谢。',
  '贵司是否同意？',
  '真实性有待核实；',
  '贵司9月7日的催款函已收到，公司正在研究。',
  '最近资金比较紧张，请多多理解！',
  'Please confirm the balance.',
  'Could you sign and return it?',
  'We will confirm next week.',
  'Incorrectly packed?',
  'Best regards',
])('neither: %s', (sentence) => {
  expect(speaksOf(sentence)).toBeNull()
})
