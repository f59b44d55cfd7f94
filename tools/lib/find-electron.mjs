import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const electron = fileURLToPath(new URL('../../node_modules/electron', import.meta.url))

const BINARIES = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/**
 * The path of Electron's own binary, or undefined. By its files alone: asking the package would try to download it.
 * The package writes path.txt last, so a download that was cut off does not count.
 */
export function findElectron() {
  const binary = join(electron, 'dist', BINARIES[process.platform] ?? 'electron')
  return existsSync(binary) && existsSync(join(electron, 'path.txt')) ? binary : undefined
}
