import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')

/** One file of ours: its path from the root of the repository, with `/`, and its text. */
export interface Source {
  path: string
  text: string
}

/** Every TypeScript file below these folders, tests left out unless asked for. */
export function readSources(folders: readonly string[], withTests = false): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mts)$/u.test(entry.name))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(ROOT.length + 1)
          .replaceAll('\\', '/'),
      )
      .filter((path) => withTests || !/\.test\.tsx?$/u.test(path))
      .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })),
  )
}

const IMPORT =
  /^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gmu

/** What a file imports or re-exports: paths of ours from the root, packages as `npm:name`. */
export function importsOf({ path, text }: Source): string[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const named = match[1] ?? match[2] ?? ''
    if (named.startsWith('@bridge/')) return `src/bridge/${named.slice('@bridge/'.length)}`
    if (named.startsWith('.')) return posix.normalize(posix.join(dirname(path), named))
    return `npm:${named}`
  })
}
