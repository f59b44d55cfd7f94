/** `npm start`: sets up what is missing, then opens Redchop, or does its main job headless where there is no display. */
import { ensureBuild } from './lib/build.mjs'
import { findChromium } from './lib/find-chromium.mjs'
import { chooseHost, hasDisplay } from './lib/host.mjs'
import { ensurePackages } from './lib/packages.mjs'
import { ensurePrograms, NEEDS } from './lib/programs.mjs'
import { inRoot } from './lib/repository.mjs'
import { node24Environment, run, runMain, Stop } from './lib/run.mjs'

await runMain(() => {
  ensurePackages()
  if (process.argv.includes('--demo')) return demonstrate('as asked')
  return hasDisplay() ? open() : demonstrate('no display here')
})

function demonstrate(why) {
  ensurePrograms(NEEDS.demo)
  ensureBuild()
  const { node, env } = node24Environment()
  const chromium = findChromium()
  console.log(`Redchop: headless on the sample case (${why}), printing with ${chromium}.`)
  return run(node, [inRoot('out/main/cli.js'), 'demo'], { env: { ...env, REDCHOP_CHROMIUM: chromium } })
}

function open() {
  const host = chooseHost({ mayDownload: true })
  const isStandin = host.kind === 'standin'
  if (isStandin && process.platform === 'win32')
    throw new Stop(`Redchop cannot open a window: ${host.why}, and the stand-in for it needs Linux or macOS.`)
  ensurePrograms(NEEDS[host.kind])
  ensureBuild()
  const { env } = node24Environment()
  const name = isStandin ? `the stand-in for Electron on ${findChromium()}` : 'Electron'
  console.log(`Redchop: in a window of ${name} (${host.why}).`)
  const root = process.platform === 'linux' && process.getuid?.() === 0
  return run(host.path, [...(root ? ['--no-sandbox'] : []), inRoot()], {
    env: { ...env, STANDIN_HEADED: '1' },
  })
}
