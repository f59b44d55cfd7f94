import { EventEmitter } from 'node:events'
import { afterEach, expect, test, vi } from 'vitest'
import { type Power, watchPower } from './power.ts'

class Monitor extends EventEmitter {
  state: ReturnType<Power['getSystemIdleState']> = 'active'
  getSystemIdleState = () => this.state
  getSystemIdleTime = () => 7
}

function watch() {
  const monitor = new Monitor()
  const heard: unknown[] = []
  watchPower(monitor as unknown as Power, {
    onAway: () => heard.push('away'),
    onIdle: (seconds) => heard.push(seconds),
  })
  return { monitor, heard }
}

afterEach(() => void vi.useRealTimers())

test.each(['suspend', 'lock-screen', 'user-did-resign-active', 'shutdown'])('%s locks at once', (event) => {
  const { monitor, heard } = watch()
  monitor.emit(event)
  monitor.emit('resume')
  expect(heard).toEqual(['away'])
})

test('a screen that is found locked locks, once, where no event tells of it', () => {
  vi.useFakeTimers()
  const { monitor, heard } = watch()
  vi.advanceTimersByTime(1_000)
  expect(heard).toEqual([7])
  monitor.state = 'locked'
  vi.advanceTimersByTime(2_000)
  monitor.state = 'active'
  vi.advanceTimersByTime(1_000)
  monitor.state = 'locked'
  vi.advanceTimersByTime(1_000)
  expect(heard.filter((each) => each === 'away')).toHaveLength(2)
})
