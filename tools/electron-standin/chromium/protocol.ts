/** Chromium's DevTools protocol, as Playwright publishes its types; the package does not export them by name. */
export type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts'
