import { beforeEach, expect, test } from 'vitest'
import { createIdleLock } from './idle-lock.ts'

const at = { wall: 1_000_000, steady: 5_000, systemIdle: 0, minutes: 5, locked: false, locks: 0 }
let idle: ReturnType<typeof createIdleLock>

beforeEach(() => {
  Object.assign(at, { wall: 1_000_000, steady: 5_000, systemIdle: 0, minutes: 5, locked: false, locks: 0 })
  idle = createIdleLock({
    clocks: { wall: () => at.wall, steady: () => at.steady },
    systemIdleSeconds: () => at.systemIdle,
    idleMinutes: () => at.minutes,
    isLocked: () => at.locked,
    lock: () => {
      at.locks += 1
      at.locked = true
    },
  })
})

const pass = (seconds: number): void => {
  at.wall += seconds * 1_000
  at.steady += seconds * 1_000
  idle.check()
}

test('locks after the minutes set, once, and not a second before', () => {
  pass(299)
  expect(at.locks).toBe(0)
  pass(1)
  pass(1_000)
  expect(at.locks).toBe(1)
})

test('a key or a click begins the minutes anew; so does unlocking', () => {
  pass(299)
  idle.touch()
  pass(299)
  expect(at.locks).toBe(0)
  pass(1)
  pass(3_600)
  at.locked = false
  pass(299)
  expect(at.locks).toBe(1)
})

test('locks where the computer says that nobody is there, whatever the page claims', () => {
  idle.touch()
  at.systemIdle = 300
  pass(0)
  expect(at.locks).toBe(1)
})

test('a wall clock set back delays no lock, and sleep in which the steady clock stopped counts', () => {
  at.wall -= 86_400_000
  at.steady += 300_000
  idle.check()
  expect(at.locks).toBe(1)
  at.locked = false
  idle.touch()
  at.wall += 300_000
  idle.check()
  expect(at.locks).toBe(2)
})

test('the minutes are those of the setting at that moment', () => {
  at.minutes = 1
  pass(60)
  expect(at.locks).toBe(1)
})
