import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const NEEDED = 24

/**
 * The path of a Node >= 24: the running one, or the one locked as an optional dependency of this repository.
 * Undefined before `npm ci`, or on a system without such a package.
 */
export function findNode24() {
  if (majorOf(process.version) >= NEEDED) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const bundled = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', nodeName())
  return existsSync(bundled) && runs(bundled) ? bundled : undefined
}

function nodeName() {
  return process.platform === 'win32' ? 'node.exe' : 'node'
}

/** A binary for another libc is there but does not start. */
function runs(node) {
  try {
    return majorOf(execFileSync(node, ['--version'], { encoding: 'utf8' })) >= NEEDED
  } catch {
    return false
  }
}

function majorOf(version) {
  return Number(version.replace(/^v(\d+)\..*$/s, '$1'))
}
