/** `npm run setup`: everything this repository needs on this machine, once; what is there already is left alone. */
import { ensureBuild } from './lib/build.mjs'
import { ensurePackages } from './lib/packages.mjs'
import { ensurePrograms, NEEDS } from './lib/programs.mjs'
import { runMain } from './lib/run.mjs'

await runMain(() => {
  ensurePackages()
  ensurePrograms(NEEDS.tests)
  ensureBuild()
  console.log('Ready: npm start opens Redchop, npm test runs every test.')
  return 0
})
