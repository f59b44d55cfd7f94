import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { findElectron } from './find-electron.mjs'
import { inCache, inRoot } from './repository.mjs'
import { node24Environment, runQuietly } from './run.mjs'

const DOWNLOAD_MS = 120_000

/** False on Linux where neither X nor Wayland is to be seen; elsewhere there is always a desktop. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * What plays Electron here: its own binary where it is installed and starts, else the stand-in. `why` says so in a
 * clause for the user.
 */
export function chooseHost({ mayDownload }) {
  const failure = findElectron() || !mayDownload ? '' : downloadElectron()
  const binary = findElectron()
  if (binary && starts(binary)) return { kind: 'electron', path: binary, why: 'its own binary is installed' }
  const reason = binary
    ? 'its own binary does not start on this machine'
    : failure || 'its own binary is not installed'
  return { kind: 'standin', path: inRoot('tools/electron-standin/electron'), why: reason }
}

/** A binary whose libraries are missing ends at once; as Node it needs no display to show that. */
function starts(binary) {
  return runQuietly(binary, ['-e', '0'], { env: { ELECTRON_RUN_AS_NODE: '1' }, timeoutMs: 20_000 }).code === 0
}

/** Tries once for each version of Electron; empty when it came, else why not. */
function downloadElectron() {
  const { version } = JSON.parse(readFileSync(inRoot('node_modules/electron/package.json'), 'utf8'))
  const memory = inCache(`electron-${version}-not-downloaded`)
  if (existsSync(memory))
    return `its own binary could not be downloaded earlier (delete ${memory} to try again)`
  console.log(`Electron: trying once to download its binary ${version}.`)
  const { node, env } = node24Environment()
  const { code, output } = runQuietly(node, [inRoot('node_modules/electron/install.js')], {
    env,
    timeoutMs: DOWNLOAD_MS,
  })
  if (code === 0) return ''
  writeFileSync(memory, output)
  return 'its own binary could not be downloaded'
}
