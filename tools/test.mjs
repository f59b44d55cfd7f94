/** `npm test`: sets up what is missing, then every check and test in turn, up to the first that fails. */
import { rmSync } from 'node:fs'
import { ensureBuild } from './lib/build.mjs'
import { findChromium } from './lib/find-chromium.mjs'
import { chooseHost, hasDisplay } from './lib/host.mjs'
import { ensurePackages } from './lib/packages.mjs'
import { ensurePrograms, NEEDS } from './lib/programs.mjs'
import { runReadme } from './lib/readme-commands.mjs'
import { inCache, inRoot } from './lib/repository.mjs'
import { findProgram, node24Environment, run, runMain, Stop } from './lib/run.mjs'
import { countPlaywright, countVitest } from './lib/test-counts.mjs'

const vitestReport = inCache('vitest.json')
const playwrightReport = inRoot('.pw-results/report.json')

await runMain(() => {
  const started = Date.now()
  ensurePackages()
  ensurePrograms(NEEDS.tests)
  const host = chooseTestHost()
  console.log(`Tests: the app runs on ${host.title} (${host.why}), other pages on ${findChromium()}.`)
  console.log(`Set-up: ${seconds(started)}.`)
  return runSteps(host)
})

function runSteps(host) {
  const { node, env } = node24Environment()
  const stepEnv = { ...env, ...host.env, REDCHOP_CHROMIUM: findChromium() }
  const tool =
    (path, ...args) =>
    () =>
      run(node, [inRoot('node_modules', path), ...args], { env: stepEnv })
  const vitest = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
  const playwright = inRoot('node_modules/@playwright/test/cli.js')
  const steps = [
    ['lock file', () => run(node, [inRoot('tools/lock-check.mjs')])],
    ['types', tool('typescript/bin/tsc', '-b')],
    ['lint', () => run(node, [inRoot('tools/lint.mjs')])],
    ['build', build],
    ['unused code', tool('knip/bin/knip.js')],
    ['README', runReadme],
    ['unit tests', tool('vitest/vitest.mjs', ...vitest)],
    ['end-to-end tests', () => run(...host.wrap(node, [playwright, 'test']), { env: stepEnv })],
  ]
  for (const report of [vitestReport, playwrightReport]) rmSync(report, { force: true })
  const failed = steps.find(([name, step]) => !passes(name, step))
  return close(failed?.[0])
}

function passes(name, step) {
  const started = Date.now()
  console.log(`\n--- ${name}`)
  const code = step()
  console.log(`--- ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds(started)}`)
  return code === 0
}

/** The closing line; a step that fails without a failed test in its report counts as one. */
function close(failedStep) {
  const counts = [countVitest(vitestReport), countPlaywright(playwrightReport)]
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  const isGreen = failedStep === undefined && failed === 0 && counts.every((count) => count.passed > 0)
  if (failedStep !== undefined) console.log(`\nStopped: ${failedStep} failed; its words stand above.`)
  console.log(`\n${passed} passed, ${isGreen ? 0 : Math.max(failed, 1)} failed`)
  return isGreen ? 0 : 1
}

function build() {
  try {
    ensureBuild()
    return 0
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(error.message)
    return 1
  }
}

/** Electron itself only where it is installed already and can show a window: a test run downloads nothing. */
function chooseTestHost() {
  const { kind, why } = chooseHost({ mayDownload: false })
  const standin = {
    title: 'the stand-in for Electron',
    env: { REDCHOP_HOST: 'standin' },
    wrap: (...call) => call,
  }
  if (kind === 'standin') return { ...standin, why }
  if (hasDisplay()) return { title: 'Electron', why, env: {}, wrap: (...call) => call }
  if (!findProgram('xvfb-run'))
    return { ...standin, why: 'Electron wants a display, and there is no xvfb-run' }
  const wrap = (command, args) => ['xvfb-run', ['-a', command, ...args]]
  return { title: 'Electron under xvfb-run', why, env: {}, wrap }
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}
