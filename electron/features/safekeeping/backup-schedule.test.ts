import { expect, test } from 'vitest'
import { testClock } from '../../../tests/support/test-vault.ts'
import { startSchedule } from './backup-schedule.ts'
import { dueAtOf } from './backup-states.ts'

const SETTINGS = { backupFolder: '/x', backupEveryHours: 24 }

test('a proof dated in the future does not put the next backup off', () => {
  expect(dueAtOf(SETTINGS, '2027-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')).toBe(
    '2026-01-01T00:00:00.000Z',
  )
  expect(dueAtOf(SETTINGS, '2026-01-01T00:00:00.000Z', '2026-01-01T05:00:00.000Z')).toBe(
    '2026-01-02T00:00:00.000Z',
  )
  expect(dueAtOf({ ...SETTINGS, backupEveryHours: 0 }, undefined, '2026-01-01T00:00:00.000Z')).toBe(null)
  expect(dueAtOf({ ...SETTINGS, backupFolder: null }, undefined, '2026-01-01T00:00:00.000Z')).toBe(null)
})

test('after a failure it rests for an hour, and a place that is not there is no failure', async () => {
  const clock = testClock('2026-03-02T08:00:00.000Z')
  let [there, made] = [true, 0]
  const schedule = startSchedule({
    clock,
    dueAt: async () => '2026-03-02T07:00:00.000Z',
    isThere: async () => there,
    make: async () => {
      made += 1
      return false
    },
  })
  await schedule.look()
  await schedule.look()
  clock.at = '2026-03-02T08:55:00.000Z'
  await schedule.look()
  expect(made).toBe(1)
  clock.at = '2026-03-02T09:01:00.000Z'
  there = false
  await schedule.look()
  there = true
  await schedule.look()
  expect(made).toBe(2)
})

test('it looks at once and every few minutes, and not after it was stopped', async () => {
  const ticks: (() => void)[] = []
  let [made, stopped] = [0, false]
  const schedule = startSchedule({
    clock: testClock(),
    dueAt: async () => '2026-01-01T00:00:00.000Z',
    isThere: async () => true,
    make: async () => {
      made += 1
      return true
    },
    timer: (_ms, work) => {
      ticks.push(work)
      return () => {
        stopped = true
      }
    },
  })
  await schedule.look()
  expect(made).toBe(1)
  ticks[0]?.()
  await schedule.look()
  expect(made).toBe(2)
  schedule.stop()
  expect(stopped).toBe(true)
})
