import { expect, test } from 'vitest'
import { isMailboxOf, isWithin } from './mailbox-match.ts'

test.each([
  ['wang@hongda.example.cn', 'hongda.example.cn', true],
  ['Wang@HONGDA.example.cn ', 'hongda.example.cn', true],
  ['wang@sales.hongda.example.cn', 'hongda.example.cn', true],
  ['wang@xhongda.example.cn', 'hongda.example.cn', false],
  ['wang@hongda.example.cn.evil.example', 'hongda.example.cn', false],
  ['hongda.example.cn@evil.example', 'hongda.example.cn', false],
  ['"a@hongda.example.cn"@evil.example', 'hongda.example.cn', false],
  ['wang@qq.example', 'wang@qq.example', true],
  ['li@qq.example', 'wang@qq.example', false],
  ['xwang@qq.example', 'wang@qq.example', false],
  ['', 'hongda.example.cn', false],
])('%s and %s: %s', (address, pattern, belongs) => {
  expect(isWithin(address, pattern)).toBe(belongs)
})

test('no pattern, no mailbox', () => {
  expect(isMailboxOf('wang@hongda.example.cn', { patterns: [], others: [] })).toBe(false)
})

test('what is said of the very address goes before the domain that holds it', () => {
  const known = { patterns: ['hongda.example.cn', 'wang@qq.example'], others: ['freight@hongda.example.cn'] }
  expect(isMailboxOf('wang@hongda.example.cn', known)).toBe(true)
  expect(isMailboxOf('Freight@hongda.example.cn', known)).toBe(false)
  expect(isMailboxOf('freight@hongda.example.cn', { ...known, patterns: known.others })).toBe(true)
})
