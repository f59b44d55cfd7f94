import { expect, test } from 'vitest'
import { Fault } from '../platform/fault.ts'
import { wordFailure } from './word-failure.ts'

test('a vault that is open elsewhere names the process that has it', () => {
  const data = { holder: 'window', pid: 1234, since: '2026-03-02T08:30:00.000Z' }
  expect(wordFailure(new Fault('STORE_BUSY', data))).toBe(
    "STORE_BUSY: Redchop's window (process 1234, since 2026-03-02T08:30:00.000Z) has this vault open. Lock or quit it there first.",
  )
  expect(wordFailure(new Fault('STORE_BUSY', { holder: 'unknown' }))).toContain('Another program')
})

test('an error of others shows its code or its kind, never its message', () => {
  const coded = Object.assign(new Error('甲方'), { code: 'EACCES' })
  expect([coded, new TypeError('甲方'), '甲方'].map(wordFailure)).toEqual([
    'EACCES',
    'TypeError',
    'UNEXPECTED',
  ])
})
