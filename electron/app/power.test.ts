import { EventEmitter } from 'node:events'
import type { PowerMonitor } from 'electron'
import { expect, test } from 'vitest'
import { watchPower } from './power.ts'

test.each(['suspend', 'lock-screen', 'user-did-resign-active', 'shutdown'])('%s locks at once', (event) => {
  const monitor = new EventEmitter()
  let locks = 0
  watchPower(monitor as unknown as PowerMonitor, () => {
    locks += 1
  })
  monitor.emit(event)
  monitor.emit('resume')
  expect(locks).toBe(1)
})
