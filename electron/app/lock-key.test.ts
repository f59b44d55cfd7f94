import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchLockKey } from './lock-key.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test.each([
  [{ key: 'l', control: true }, 1],
  [{ key: 'L', meta: true }, 1],
  [{ key: 'l' }, 0],
  [{ key: 'k', control: true }, 0],
  [{ key: 'l', control: true, alt: true }, 0],
  [{ key: 'l', control: true, type: 'keyUp' }, 0],
])('%j locks %i times', (input, times) => {
  const contents = new EventEmitter()
  const lock = vi.fn()
  watchLockKey(contents as unknown as WebContents, lock)
  const none = { type: 'keyDown', control: false, meta: false, alt: false, shift: false }
  contents.emit('before-input-event', {}, { ...none, ...input })
  vi.runAllTimers()
  expect(lock).toHaveBeenCalledTimes(times)
})
