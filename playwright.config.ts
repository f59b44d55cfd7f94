import { defineConfig } from '@playwright/test'

/** One application at a time: each test starts its own, and Chromium wants a core to itself. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.pw-results/output',
  timeout: 60_000,
  workers: 1,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: '.pw-results/report.json' }]],
  use: { trace: 'retain-on-failure' },
})
