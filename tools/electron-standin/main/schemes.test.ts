import { expect, test } from 'vitest'
import { fromWeb, originOf, policyToWeb, registerScheme, toWeb } from './schemes.ts'

registerScheme('app')

test.each([
  ['app://desk/index.html?a=b#c', 'https://desk.app.standin.invalid/index.html?a=b#c'],
  ['app://two.parts/', 'https://two.parts.app.standin.invalid/'],
])('%s has a web address and comes back from it', (own, web) => {
  expect(toWeb(own)).toBe(web)
  expect(fromWeb(web)).toBe(own)
})

test.each([
  'https://example.com/app://desk',
  'https://desk.other.standin.invalid/',
  'file:///etc/passwd',
  'about:blank',
])('%s is nobody but itself', (url) => {
  expect(toWeb(url)).toBe(url)
  expect(fromWeb(url)).toBe(url)
})

test('a policy names what Chromium was told', () => {
  expect(policyToWeb("default-src 'none'; img-src app: data:; frame-src app://desk;")).toBe(
    "default-src 'none'; img-src https://*.app.standin.invalid data:; frame-src https://desk.app.standin.invalid;",
  )
})

test('the origin of a private page is its scheme and host', () => {
  expect(originOf('app://desk/x/y')).toBe('app://desk')
  expect(originOf('about:blank')).toBe('null')
})
