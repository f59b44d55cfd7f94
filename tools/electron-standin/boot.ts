/** Plays Electron's start-up: read the application, run its main module, start Chromium, say `ready`. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findChromium } from '../lib/find-chromium.mjs'
import { Browser } from './chromium/browser.ts'
import { app } from './main/app.ts'
import { followBrowser } from './main/browser-window.ts'
import { runtime } from './main/runtime.ts'

interface Package {
  main: string
  name: string
  version: string
  productName?: string
}

const args = process.argv.slice(2)
const at = args.findIndex((arg) => !arg.startsWith('-'))
const appDir = resolve(args[at] ?? '.')
const manifest: Package = JSON.parse(readFileSync(join(appDir, 'package.json'), 'utf8'))
const headed = process.env.STANDIN_HEADED === '1'
const locale = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
  ? 'zh-CN'
  : 'en-US'

Object.assign(runtime.launch, {
  appDir,
  headed,
  locale,
  name: manifest.productName ?? manifest.name,
  version: manifest.version,
})
Object.defineProperty(process.versions, 'electron', {
  value: `${electronVersion()}-standin`,
  enumerable: true,
})
Object.assign(process, { type: 'browser', resourcesPath: join(appDir, 'resources') })
process.argv = [process.execPath, ...args]
process.on('SIGINT', () => app.quit())
process.on('SIGTERM', () => app.quit())

// Main first, whole: like Electron, and so that its schemes and switches are known before Chromium starts.
await import(pathToFileURL(resolve(appDir, manifest.main)).href)

const chromium = findChromium()
if (!chromium) {
  console.error('The stand-in for Electron needs Chromium: install it, or name it in REDCHOP_CHROMIUM.')
  process.exit(1)
}
const byPort = args.includes('--remote-debugging-port=0')

runtime.allowBrowsers(async (front) => {
  const options = { headed: front && headed, atDesk: headed, locale, asked: app.commandLine.switches }
  const browser = await Browser.start(chromium, options, byPort && front)
  followBrowser(browser)
  return browser
})
await runtime.front()
app.becomeReady()

function electronVersion(): string {
  const path = new URL('../../node_modules/electron/package.json', import.meta.url)
  const { version }: { version: string } = JSON.parse(readFileSync(path, 'utf8'))
  return version
}
