/** `npm run bench`: sets up what is missing, builds, and runs the benches named behind `--`, or all of them. */
import { ensureBuild } from './lib/build.mjs'
import { findChromium } from './lib/find-chromium.mjs'
import { ensurePackages } from './lib/packages.mjs'
import { ensurePrograms, NEEDS } from './lib/programs.mjs'
import { inRoot } from './lib/repository.mjs'
import { node24Environment, run, runMain } from './lib/run.mjs'

await runMain(() => {
  ensurePackages()
  ensurePrograms(NEEDS.bench)
  ensureBuild()
  const { node, env } = node24Environment()
  const alias = ['--import', inRoot('tests/support/register-alias.ts')]
  return run(node, [...alias, inRoot('tests/bench/run.ts'), ...process.argv.slice(2)], {
    env: { ...env, REDCHOP_CHROMIUM: findChromium() },
  })
})
