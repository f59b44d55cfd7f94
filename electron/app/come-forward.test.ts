import { expect, test } from 'vitest'
import { comeForward } from './come-forward.ts'

/** A window that knows where it is. */
function windowThatIs(state: 'minimised' | 'behind' | 'gone') {
  const window = {
    minimised: state === 'minimised',
    shown: false,
    focused: false,
    isDestroyed: () => state === 'gone',
    isMinimized: () => window.minimised,
    restore: () => {
      window.minimised = false
    },
    show: () => {
      window.shown = true
    },
    focus: () => {
      window.focused = window.shown && !window.minimised
    },
  }
  return window
}

test.each(['minimised', 'behind'] as const)(
  'a window that is %s comes forward and takes the keyboard',
  (state) => {
    const window = windowThatIs(state)
    comeForward(window)
    expect(window).toMatchObject({ minimised: false, shown: true, focused: true })
  },
)

test('none, or one that is gone, is left alone', () => {
  const window = windowThatIs('gone')
  comeForward(window)
  expect(window.shown).toBe(false)
  expect(() => comeForward(undefined)).not.toThrow()
})
