import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { inRoot } from './repository.mjs'
import { run, Stop } from './run.mjs'

const lock = inRoot('package-lock.json')
const stamp = inRoot('node_modules', '.redchop-lock')
/** npm writes this when an installation is complete. */
const npmsOwn = inRoot('node_modules', '.package-lock.json')

/** The packages of the lock file, installed once for each of its versions. Throws Stop when npm fails. */
export function ensurePackages() {
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!installedByHand()) {
    console.log('Packages: installing what package-lock.json names (npm ci), a minute or so.')
    if (npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0)
      throw new Stop('npm ci failed; its message stands above. It needs the package registry once.')
  }
  writeFileSync(stamp, wanted)
}

/** Someone ran `npm ci` after the lock file last changed. */
function installedByHand() {
  return existsSync(npmsOwn) && !existsSync(stamp) && statSync(npmsOwn).mtimeMs >= statSync(lock).mtimeMs
}

/** The npm that runs us, so that its settings hold; without one, the one on the PATH. */
function npm(args) {
  const script = process.env.npm_execpath
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args])
  return process.platform === 'win32' ? run('cmd', ['/c', 'npm', ...args]) : run('npm', args)
}
