import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const dist = fileURLToPath(new URL('../../node_modules/electron/dist', import.meta.url))

const BINARIES = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/**
 * The path of Electron's own binary, or undefined. By the file alone: asking the package would try to download it.
 */
export function findElectron() {
  const binary = join(dist, BINARIES[process.platform] ?? 'electron')
  return existsSync(binary) ? binary : undefined
}
