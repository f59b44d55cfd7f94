import { expect, it } from 'vitest'
import { keysOf } from './match-keys.ts'

const pressed = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', true>> = {},
) => keysOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

it('names combinations one way, whatever keyboard they come from', () => {
  expect(pressed('K', { metaKey: true })).toBe('mod+k')
  expect(pressed('k', { ctrlKey: true })).toBe('mod+k')
  expect(pressed('Z', { ctrlKey: true, shiftKey: true })).toBe('mod+shift+z')
  expect(pressed('ArrowUp', { altKey: true })).toBe('alt+arrowup')
})

it('does not count the shift that a sign needs', () => {
  expect(pressed('?', { shiftKey: true })).toBe('?')
  expect(pressed('/')).toBe('/')
})
