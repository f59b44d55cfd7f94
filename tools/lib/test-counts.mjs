import { existsSync, readFileSync } from 'node:fs'

const NONE = { passed: 0, failed: 0 }

/** Passed and failed tests of a vitest JSON report; none where vitest did not come to write one. */
export function countVitest(path) {
  if (!existsSync(path)) return NONE
  const { numPassedTests, numFailedTests, numPendingTests, success } = JSON.parse(readFileSync(path, 'utf8'))
  const failed = numFailedTests + numPendingTests
  // A file that does not even load fails without a test of its own.
  return { passed: numPassedTests, failed: success ? failed : Math.max(failed, 1) }
}

/** The same of a Playwright JSON report; a flaky test counts as failed, and so does a skipped one. */
export function countPlaywright(path) {
  if (!existsSync(path)) return NONE
  const { stats, errors } = JSON.parse(readFileSync(path, 'utf8'))
  const failed = stats.unexpected + stats.flaky + stats.skipped
  return { passed: stats.expected, failed: Math.max(failed, Math.min(errors.length, 1)) }
}
