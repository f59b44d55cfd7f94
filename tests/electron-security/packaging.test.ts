import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../house/sources.ts'
import { FUSES, type Fuse, type PackedApp, packApp } from './packed-app.ts'

const require = createRequire(import.meta.url)
const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as {
  getConfig(folder: string, path: null, options: object | null): Promise<Record<string, unknown>>
  validateConfiguration(config: object, log: object): Promise<void>
}
const { DebugLogger } = require('builder-util') as { DebugLogger: new (enabled: boolean) => object }

const validate = async (change: object = {}): Promise<void> =>
  validateConfiguration({ ...(await getConfig(ROOT, null, null)), ...change }, new DebugLogger(true))

test('electron-builder.yml is one that electron-builder takes, and it would say so if not', async () => {
  await expect(validate()).resolves.toBeUndefined()
  await expect(validate({ asarUnpacked: true })).rejects.toThrow(/unknown property 'asarUnpacked'/u)
})

let packed: PackedApp
beforeAll(async () => {
  packed = await packApp()
}, 180_000)
afterAll(() => packed?.remove())

describe('19 the fuses, read from the packed program as Electron reads them', () => {
  const SAFE: Record<Fuse, boolean> = {
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
    WasmTrapHandlers: true,
  }
  const wanted = Object.entries(SAFE) as [Fuse, boolean][]

  test('there are nine of them', () => {
    expect(Object.keys(FUSES)).toEqual(wanted.map(([name]) => name))
    expect(wanted).toHaveLength(9)
  })

  test.each(wanted.map(([name, on]) => [name, on ? 'on' : 'off', on] as const))(
    'fuse %s %s',
    (name, _, on) => {
      expect(packed.fuses[name]).toBe(on)
    },
  )
})

describe('the package', () => {
  const native = () =>
    readdirSync(packed.folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.node'))

  test('has all that the main process opens at run time', () => {
    const needed = [
      'package.json',
      'drizzle/meta/_journal.json',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
    ]
    const main = ['main', 'argon2-thread', 'mail-worker', 'bundle-worker'].map(
      (name) => `out/main/${name}.js`,
    )
    const fonts = ['400Regular', '700Bold'].map((name) => `out/main/fonts/${name}/NotoSansSC_${name}.ttf`)
    for (const path of [...needed, ...main, ...fonts]) expect(packed.files).toContain(path)
    for (const name of readdirSync(join(ROOT, 'drizzle')).filter((each) => each.endsWith('.sql')))
      expect(packed.files).toContain(`drizzle/${name}`)
    expect(packed.read('out/main/main.js')).toEqual(readFileSync(join(ROOT, 'out/main/main.js')))
    const { main: entry } = JSON.parse(packed.read('package.json').toString()) as { main: string }
    expect(packed.files).toContain(entry.replace('./', ''))
  })

  test('has every file of `resources` but the sample case', () => {
    const shipped = readdirSync(join(ROOT, 'resources'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
      .filter((path) => !path.startsWith('resources/sample-case/'))
    expect(packed.files.filter((path) => path.startsWith('resources/'))).toEqual(
      expect.arrayContaining(shipped),
    )
    expect(packed.files.filter((path) => path.includes('sample-case'))).toEqual([])
  })

  test('has one native module, for this system, outside the archive where it can be loaded', () => {
    const prebuild = `better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`
    expect(native()).toEqual([`resources/app.asar.unpacked/node_modules/${prebuild}`])
  })

  test('has no Node beside Electron, no command line, no test, no source, no other module', () => {
    expect(packed.files.filter((path) => /(^|\/)node(\.exe)?$|node-(linux|win|darwin)-/u.test(path))).toEqual(
      [],
    )
    expect(
      packed.files.filter((path) => /\.(ts|tsx|map)$|\.test\.|^(tests|tools|electron|src)\//u.test(path)),
    ).toEqual([])
    expect(packed.files).not.toContain('out/main/cli.js')
    const modules = packed.files.filter((path) => /^node_modules\/[^/]+$/u.test(path))
    expect(modules).toEqual(['node_modules/better-sqlite3'])
  })

  test('lies in an archive and not beside it', () => {
    expect(existsSync(join(packed.folder, 'resources/app'))).toBe(false)
    expect(existsSync(join(packed.folder, 'resources/default_app.asar'))).toBe(false)
  })
})
