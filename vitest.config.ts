import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Played by `REDCHOP_TIER=gate npx vitest run …`; they join every run once each was seen green within its time. */
const TIERS = ['tests/hostile/**', 'tests/bridge/bad-payloads.test.ts']

export default defineConfig({
  resolve: { alias: { '@bridge': resolve(import.meta.dirname, 'src/bridge') } },
  test: {
    environment: 'node',
    include: ['{electron,src,tools}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    exclude: [
      'tests/e2e/**',
      'tests/bench/**',
      'node_modules/**',
      ...(process.env.REDCHOP_TIER === undefined ? TIERS : []),
    ],
    testTimeout: 30_000,
    maxWorkers: 2,
  },
})
