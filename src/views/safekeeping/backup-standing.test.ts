import type { SafekeepingStatus } from '@bridge/model/backup.ts'
import { expect, test } from 'vitest'
import { backupStanding } from './backup-standing.ts'

const NOW = Date.parse('2026-11-21T12:00:00.000Z')
const provenAt = (at: string) => ({
  ...{ id: '0198c0de-0000-7000-8000-000000000001', at },
  ...{ lackCount: 0, lacks: [] },
})
const status = (change: Partial<SafekeepingStatus>): SafekeepingStatus => ({
  idleMinutes: 5,
  backupFolder: '/media/stick',
  place: 'there',
  everyHours: 24,
  lastProven: provenAt('2026-11-21T02:00:00.000Z'),
  lastProblem: null,
  dueAt: null,
  backups: [],
  ...change,
})
const problem = { at: '2026-11-21T03:00:00.000Z', failure: 'DISK_FULL', problem: null } as const
const old = provenAt('2026-11-19T11:00:00.000Z')

test.each([
  ['kept', {}],
  ['kept', { lastProven: provenAt('2026-11-19T13:00:00.000Z') }],
  ['overdue', { lastProven: old }],
  ['kept', { lastProven: old, everyHours: 0 }],
  ['never', { lastProven: null }],
  ['failed', { lastProblem: problem }],
  ['failed', { lastProblem: problem, lastProven: null }],
  ['missing', { place: 'missing', lastProblem: problem }],
] satisfies [string, Partial<SafekeepingStatus>][])('%s', (standing, change) => {
  expect(backupStanding(status(change), NOW)).toBe(standing)
})
