import { expect, test } from 'vitest'
import { refuseWeakPassphrase } from './passphrase.ts'

test.each([
  'ninety green turtles hum',
  'Zb7-kQ9!mT2xW',
  '山茶花开在法院门前的石阶上',
  '合同 海风 山茶 证据 石阶',
  'my password is a heron standing still',
])('%j is good', (passphrase) => {
  expect(() => refuseWeakPassphrase(passphrase)).not.toThrow()
})

test.each([
  ['', 'TOO_SHORT'],
  ['elevenchars', 'TOO_SHORT'],
  ['aaaaaaaaaaaaaaaa', 'TOO_COMMON'],
  ['abababababababab', 'TOO_COMMON'],
  ['123456789012345', 'TOO_COMMON'],
  ['Password123456', 'TOO_COMMON'],
  ['ｐａｓｓｗｏｒｄ１２３４', 'TOO_COMMON'],
  ['correct horse battery staple', 'TOO_COMMON'],
  ['qwertyqwertyqwerty', 'TOO_COMMON'],
  ['woaini5201314woaini', 'TOO_COMMON'],
  ['我的密码我的密码我的密码', 'TOO_COMMON'],
])('%j is refused: %s', (passphrase, reason) => {
  expect(() => refuseWeakPassphrase(passphrase)).toThrow(
    expect.objectContaining({ code: 'PASSPHRASE_TOO_WEAK', data: { reason } }),
  )
})
