import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The path of a Chromium of this machine, or undefined: the one REDCHOP_CHROMIUM names, then a package of the system,
 * then what `npx playwright install chromium` left.
 */
export function findChromium() {
  if (process.env.REDCHOP_CHROMIUM) return process.env.REDCHOP_CHROMIUM
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...MAC, ...fromPlaywright()].find((path) => existsSync(path) && !isSnap(path))
}

/** A snap sees neither our profile nor our pipe; Ubuntu's package is a script that starts one. */
function isSnap(path) {
  if (path.startsWith('/snap/')) return true
  const head = Buffer.alloc(4096)
  const file = openSync(path)
  const length = readSync(file, head)
  closeSync(file)
  return head.toString('latin1', 0, length).includes('/snap/')
}

function fromPlaywright() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright')
  if (!existsSync(cache)) return []
  const versions = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name))
  return versions.flatMap((name) =>
    ['chrome-linux64', 'chrome-linux'].map((sub) => join(cache, name, sub, 'chrome')),
  )
}
