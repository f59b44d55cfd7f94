import { expect, test } from 'vitest'
import { isOwnPage } from './sender-check.ts'

test.each([
  ['app://desk/index.html', true, true],
  ['app://desk/index.html?x=1#/cases', true, true],
  ['app://desk/', true, true],
  ['app://desk/content/messages/1/body', false, false],
  ['app://desk/content/messages/1/body', true, false],
  ['app://desk/assets/index.js', true, false],
  ['app://de\nsk/index.html', true, false],
  ['APP://desk/index.html', true, false],
  ['app://DESK/index.html', true, false],
  [null, true, false],
  ['app://desk.evil/index.html', true, false],
  ['app://desk@evil/index.html', true, false],
  ['app://user@desk/index.html', true, false],
  ['app://user:word@desk/index.html', true, false],
  ['app://print/index.html', true, false],
  ['app:desk', true, false],
  ['http://desk/index.html', true, false],
  ['https://app//desk', true, false],
  ['file:///app://desk', true, false],
  ['data:text/html,app://desk', true, false],
  ['blob:app://desk/0', true, false],
  ['about:blank', true, false],
  ['', true, false],
])('%s in the top frame %j: %j', (url, isTopFrame, own) => {
  expect(isOwnPage({ url, isTopFrame }, 'app://desk')).toBe(own)
})
