import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ROOT } from './sources.ts'

const textOf = (folder: string): string => {
  const path = join(ROOT, folder, 'README.md')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** The folders below `top`, itself included, as paths from the root of the repository. */
export const foldersIn = (top: string): string[] => [
  top,
  ...readdirSync(join(ROOT, top), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1)),
]

/** Folders without a README whose name, as `name/`, does not stand in that of the folder above either. */
export const undescribed = (folders: readonly string[], readmeOf = textOf): string[] =>
  folders.filter(
    (folder) => readmeOf(folder) === '' && !readmeOf(dirname(folder)).includes(`${basename(folder)}/`),
  )

/** Files that a README names in back-quotes and that are nowhere, by that name or the end of that path. */
export const missingFiles = (folder: string, present: readonly string[]): string[] =>
  [...textOf(folder).matchAll(/`([\w/-]+\.tsx?)`/gu)]
    .map(([, name]) => name ?? '')
    .filter((name) => !present.some((path) => `/${path}`.endsWith(`/${name}`)))
