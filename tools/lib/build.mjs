import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inRoot, root } from './repository.mjs'
import { node24Environment, runQuietly, Stop } from './run.mjs'

const stamp = inRoot('out', '.sources')
const FOLDERS = ['electron', 'src', 'resources', 'drizzle']
const FILES = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json']

/** Builds `out/` unless it is the build of exactly these sources. Throws Stop with the compiler's words. */
export function ensureBuild() {
  const wanted = hashSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const started = Date.now()
  const { node, env } = node24Environment()
  const { code, output } = runQuietly(
    node,
    [inRoot('node_modules/electron-vite/bin/electron-vite.js'), 'build'],
    {
      env,
    },
  )
  if (code !== 0) throw new Stop(`${output}\nThe build failed; the compiler's words stand above.`)
  writeFileSync(stamp, wanted)
  console.log(`Build: done in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
}

/** Contents, not times: a fresh clone and a switched branch have any. */
function hashSources() {
  const hash = createHash('sha256')
  for (const path of [...FILES, ...FOLDERS.flatMap(listFiles)].sort())
    hash.update(`${path}\n`).update(readFileSync(inRoot(path)))
  return hash.digest('hex')
}

function listFiles(folder) {
  if (!existsSync(inRoot(folder))) return []
  return readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => `${(entry.parentPath ?? entry.path).slice(root.length)}/${entry.name}`)
}
