import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countPlaywright, countVitest } from './test-counts.mjs'

const folder = mkdtempSync(join(tmpdir(), 'redchop-counts-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: object): string {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

test('a file that does not load is a failure, though no test of it failed', () => {
  const path = report({ numPassedTests: 4, numFailedTests: 0, numPendingTests: 0, success: false })
  expect(countVitest(path)).toEqual({ passed: 4, failed: 1 })
})

test('skipped and flaky tests do not pass', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 1 }
  expect(countPlaywright(report({ stats, errors: [] }))).toEqual({ passed: 7, failed: 3 })
})

test('an error outside every test is a failure', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
  expect(countPlaywright(report({ stats, errors: [{ message: 'no tests found' }] }))).toEqual({
    passed: 0,
    failed: 1,
  })
})

test('no report, no tests', () => {
  expect(countVitest(join(folder, 'absent.json'))).toEqual({ passed: 0, failed: 0 })
})
