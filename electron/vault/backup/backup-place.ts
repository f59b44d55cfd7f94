import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { TEMPORARY_PREFIX } from '../../platform/durable-file.ts'
import { errorCode } from '../../platform/fault.ts'

// <backup folder>/files/<name>                 encrypted originals, each once for all backups
// <backup folder>/<stamp>-<id>/store.db …      one backup; it needs those of `files` that its manifest lists
// <backup folder>/.tmp-<stamp>-<id>            one that is not finished
// <backup folder>/files/.tmp-<id>-<name>       an original that is being copied for it
// <backup folder>/.tmp-removed-<stamp>-<id>    one on its way out
// None of the last three ever counts. Whatever else lies there is not ours.

/** Where the parts of one backup lie. */
export interface BackupPlace {
  /** The folder of all backups. */
  readonly folder: string
  /** The name of this one in it. */
  readonly name: string
}

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const STAMP = String.raw`\d{8}T\d{6}Z-`
const NAME = new RegExp(`^${STAMP}(${ID})$`, 'u')
const UNFINISHED_BACKUP = new RegExp(String.raw`^\.tmp-${STAMP}(${ID})$`, 'u')
const UNFINISHED_FILE = new RegExp(String.raw`^\.tmp-(${ID})-[0-9a-f]{64}$`, 'u')
const GOING = `${TEMPORARY_PREFIX}removed-`

/** Unique by the id in it: two processes, or two computers with one folder, never meet. */
export const backupName = (id: string, madeAt: string): string =>
  `${madeAt.replace(/\.\d+/u, '').replaceAll(/[-:]/gu, '')}-${id}`

/** The id of the backup with that name; undefined where it is no name of a finished backup. */
export const backupIdOf = (name: string): string | undefined => NAME.exec(name)?.[1]

export const keyringOf = ({ folder, name }: BackupPlace): string => join(folder, name, 'keyring.json')
export const manifestOf = ({ folder, name }: BackupPlace): string => join(folder, name, 'manifest.json')

/** Where a file of the manifest lies. */
export const partOf = ({ folder, name }: BackupPlace, path: string): string =>
  path.startsWith('files/') ? join(folder, path) : join(folder, name, path)

/** Every finished backup in a folder, or the one that the folder is; newest name first. None where it is not there. */
export async function findBackups(folder: string): Promise<BackupPlace[]> {
  if (backupIdOf(basename(folder)) !== undefined) return [{ folder: dirname(folder), name: basename(folder) }]
  const names = (await entriesOf(folder)).filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return names
    .filter((name) => backupIdOf(name) !== undefined)
    .sort()
    .reverse()
    .map((name) => ({ folder, name }))
}

/** Where a backup is written until it is whole. */
export const unfinishedOf = ({ folder, name }: BackupPlace): string =>
  join(folder, `${TEMPORARY_PREFIX}${name}`)

/** The name under which an original is copied for the backup with that id, until it is whole. */
export const unfinishedFileOf = (path: string, backupId: string): string =>
  join(dirname(path), `${TEMPORARY_PREFIX}${backupId}-${basename(path)}`)

/** What of a backup was not finished, or is not yet. */
export interface Unfinished {
  readonly path: string
  readonly backupId: string
}

/** Everything in a folder of backups that is not finished, whosever it is. */
export async function findUnfinished(folder: string): Promise<Unfinished[]> {
  const found: Unfinished[] = []
  for (const [place, form] of [
    [folder, UNFINISHED_BACKUP],
    [join(folder, 'files'), UNFINISHED_FILE],
  ] as const)
    for (const { name } of await entriesOf(place)) {
      const backupId = form.exec(name)?.[1]
      if (backupId !== undefined) found.push({ path: join(place, name), backupId })
    }
  return found
}

/** Under which path a backup is removed: from there it does not count any more, whatever happens to the rest. */
export const goingOf = ({ folder, name }: BackupPlace): string => join(folder, `${GOING}${name}`)

/** Paths of the backups in a folder that are on their way out. */
export async function findGoing(folder: string): Promise<string[]> {
  const names = (await entriesOf(folder)).map(({ name }) => name)
  return names
    .filter((name) => name.startsWith(GOING) && backupIdOf(name.slice(GOING.length)) !== undefined)
    .map((name) => join(folder, name))
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return []
    throw error
  }
}
