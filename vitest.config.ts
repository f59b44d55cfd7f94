import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@bridge': resolve(import.meta.dirname, 'src/bridge') } },
  test: {
    environment: 'node',
    include: ['{electron,src,tools}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'tests/bench/**', 'node_modules/**'],
    testTimeout: 30_000,
    maxWorkers: 2,
  },
})
