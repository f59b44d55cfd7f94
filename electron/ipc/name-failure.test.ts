import { refusal } from '@bridge/refusal.ts'
import { expect, test } from 'vitest'
import { DocumentError } from '../documents/document-error.ts'
import { Fault } from '../platform/fault.ts'
import { nameFailure } from './name-failure.ts'

/** How a cause is named, and how often the log was told. */
function named(cause: unknown) {
  let reports = 0
  const failure = nameFailure(cause, () => {
    reports += 1
  })
  return { ...failure, reports }
}

test.each([
  [new Fault('DISK_FULL'), 'DISK_FULL', null],
  [refusal('ORIGINAL_DAMAGED'), 'ORIGINAL_DAMAGED', null],
  [new DocumentError('CHROMIUM_MISSING'), 'CHROMIUM_MISSING', null],
  [new DocumentError('PRINT_FAILED', { exhibit: 'C-2' }), 'PRINT_FAILED', 'C-2'],
])('%s is told by its own code', (cause, code, exhibit) => {
  expect(named(cause)).toEqual({ code, exhibit, reports: 0 })
})

test.each([
  [Object.assign(new Error('尚欠货款'), { code: 'SQLITE_CORRUPT_尚欠货款' })],
  [new TypeError('尚欠货款')],
  ['尚欠货款'],
])('what has no name of ours is logged and called unexpected', (cause) => {
  expect(named(cause)).toEqual({ code: 'UNEXPECTED', exhibit: null, reports: 1 })
})
