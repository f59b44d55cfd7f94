import { expect, expectTypeOf, test } from 'vitest'
import { factHash, factId, isFact } from './facts.ts'
import { createLog, type Log } from './log.ts'

test('a line holds a time, a code and facts', () => {
  const lines: string[] = []
  const log = createLog({ now: () => '2026-03-02T08:30:00.000Z' }, (line) => lines.push(line))
  log('IMPORT_ENDED', {
    import: factId('0b0f2f0e-5d0e-4d6c-9d3e-2f6a0d1c9a11'),
    messages: 12,
    cancelled: false,
  })
  expect(lines).toEqual([
    '{"at":"2026-03-02T08:30:00.000Z","code":"IMPORT_ENDED","import":"0b0f2f0e-5d0e-4d6c-9d3e-2f6a0d1c9a11","messages":12,"cancelled":false}\n',
  ])
})

test('text of a case does not compile, neither as code nor as fact', () => {
  const subject: string = '关于货款的函'
  const log: Log = () => undefined
  // @ts-expect-error a code is a literal in capitals
  log(subject)
  // @ts-expect-error a code is a literal in capitals
  log(`OPENED ${subject}`)
  // @ts-expect-error a fact is a count, a flag, an id or a digest
  log('OPENED', { subject })
  expectTypeOf(log).parameter(0).toEqualTypeOf<Uppercase<string>>()
})

test('what is not an id or a digest is not taken for one', () => {
  expect(() => factId('关于货款的函')).toThrow(TypeError)
  expect(() => factId('0B0F2F0E-5d0e-4d6c-9d3e-2f6a0d1c9a11')).toThrow(TypeError)
  expect(() => factHash('ab'.repeat(31))).toThrow(TypeError)
  expect(() => factHash(`${'ab'.repeat(32)}\n`)).toThrow(TypeError)
  expect([1, true, 'ab'.repeat(32)].every(isFact)).toBe(true)
  expect(['text', 0.5, null, {}, Number.NaN].some(isFact)).toBe(false)
})
