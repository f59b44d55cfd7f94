import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../house/sources.ts'

const require = createRequire(import.meta.url)
/** `@electron/fuses` and `@electron/asar`, as the packer itself uses them. */
const { SENTINEL } = require('@electron/fuses/dist/constants.js') as { SENTINEL: string }
const { extractFile, listPackage } = require('@electron/asar') as {
  extractFile(archive: string, path: string): Buffer
  listPackage(archive: string, options: { isPack: boolean }): string[]
}

/** The nine fuses in the order of Electron's wire (docs/tutorial/fuses.md), and how Electron ships them. */
export const FUSES = {
  RunAsNode: true,
  EnableCookieEncryption: false,
  EnableNodeOptionsEnvironmentVariable: true,
  EnableNodeCliInspectArguments: true,
  EnableEmbeddedAsarIntegrityValidation: false,
  OnlyLoadAppFromAsar: false,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: true,
  WasmTrapHandlers: true,
} as const
export type Fuse = keyof typeof FUSES

const NAMES = Object.keys(FUSES) as Fuse[]
const WIRE_VERSION = 1

/** What plays Electron's distribution: a file that starts nothing, with a real fuse wire in it as Electron ships it. */
function writeFakeDistribution(folder: string, version: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  const wire = NAMES.map((name) => (FUSES[name] ? '1' : '0')).join('')
  const head = Buffer.from([WIRE_VERSION, NAMES.length])
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from(`\x7fELF${SENTINEL}`, 'latin1'), head, Buffer.from(`${wire} end`)]),
    { mode: 0o755 },
  )
  writeFileSync(join(folder, 'version'), version)
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler'])
    writeFileSync(join(folder, name), '')
}

export interface PackedApp {
  /** Files of `app.asar` as it lies in the package, without the leading slash. */
  files: string[]
  /** Whether each fuse is on in the packed program. */
  fuses: Record<Fuse, boolean>
  /** Bytes of one file of `app.asar`. */
  read(path: string): Buffer
  /** Everything of the packed folder beside `app.asar`'s inside, by path. */
  folder: string
  remove(): void
}

/**
 * Packs `out/` for this Linux with the real `electron-builder.yml`, offline, over a fake distribution of Electron.
 * Installers need tools from the network, and Windows and macOS their own systems: those are not made here.
 */
export async function packApp(): Promise<PackedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'redchop-pack-'))
  const dist = join(folder, 'dist')
  const { version } = require('electron/package.json') as { version: string }
  writeFakeDistribution(dist, version)
  const set = { electronDist: dist, 'directories.output': join(folder, 'packed'), electronVersion: version }
  const options = Object.entries(set).map(([name, value]) => `-c.${name}=${value}`)
  const builder = join(ROOT, 'node_modules/electron-builder/cli.js')
  await promisify(execFile)(process.execPath, [builder, '--linux', '--dir', '--publish=never', ...options], {
    cwd: ROOT,
    env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
  })
  const packed = join(folder, 'packed', 'linux-unpacked')
  const archive = join(packed, 'resources', 'app.asar')
  return {
    folder: packed,
    files: listPackage(archive, { isPack: false }).map((path) => path.slice(1)),
    fuses: readFuses(join(packed, 'redchop')),
    read: (path) => extractFile(archive, path),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function readFuses(program: string): Record<Fuse, boolean> {
  const bytes = require('node:fs').readFileSync(program) as Buffer
  const start = bytes.indexOf(SENTINEL) + SENTINEL.length + 2
  return Object.fromEntries(
    NAMES.map((name, at) => [name, bytes[start + at] === '1'.charCodeAt(0)]),
  ) as Record<Fuse, boolean>
}
