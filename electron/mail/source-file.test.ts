import { expect, test } from 'vitest'
import { skipReasonOf } from './source-file.ts'

test.each([
  ['EACCES', 'NO_ACCESS'],
  ['EPERM', 'NO_ACCESS'],
  ['ENOENT', 'NOT_FOUND'],
  ['EIO', 'UNREADABLE'],
  ['EISDIR', 'UNREADABLE'],
])('a file operation that fails with %s means %s', (code, reason) => {
  expect(skipReasonOf(Object.assign(new Error('failed'), { code }))).toBe(reason)
})

test('an error without a code means UNREADABLE', () => {
  expect(skipReasonOf(new Error('failed'))).toBe('UNREADABLE')
  expect(skipReasonOf('failed')).toBe('UNREADABLE')
})
