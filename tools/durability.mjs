/**
 * `npm run test:durability -- --tier gate|nightly [--part name]`: plays what `tests/durability/parts.ts` lists, as often as
 * the tier says, and ends with code 1 where anything was lost or went unseen.
 */
import { findChromium } from './lib/find-chromium.mjs'
import { ensurePackages } from './lib/packages.mjs'
import { inRoot } from './lib/repository.mjs'
import { node24Environment, run, runMain } from './lib/run.mjs'

await runMain(() => {
  ensurePackages()
  const { node, env } = node24Environment()
  const alias = ['--import', inRoot('tests/support/register-alias.ts')]
  return run(node, [...alias, inRoot('tests/durability/run.ts'), ...process.argv.slice(2)], {
    env: { ...env, REDCHOP_CHROMIUM: findChromium() },
  })
})
