/** `npm run lint`: Biome over everything, then the bans that Biome has no rule for (`tests/house/bans.ts`). */
import { inRoot } from './lib/repository.mjs'
import { node24Environment, run, runMain } from './lib/run.mjs'

await runMain(() => {
  const { node, env } = node24Environment()
  const biome = run(node, [inRoot('node_modules/@biomejs/biome/bin/biome'), 'check', '.'], { env })
  return run(node, [inRoot('tests/house/lint.ts')], { env }) || biome
})
