import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { TEMPORARY_PREFIX } from '../../platform/durable-file.ts'
import { errorCode } from '../../platform/fault.ts'

// <backup folder>/files/<name>                 encrypted originals, each once for all backups
// <backup folder>/<stamp>-<id>/store.db …      one backup; it needs those of `files` that its manifest lists
// A name that begins with `.tmp-` is unfinished, or on its way out, and never counts.

/** Where the parts of one backup lie. */
export interface BackupPlace {
  /** The folder of all backups. */
  readonly folder: string
  /** The name of this one in it. */
  readonly name: string
}

const NAME = /^\d{8}T\d{6}Z-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u

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

/** Names in a folder that are unfinished or on their way out. */
export async function findUnfinished(folder: string): Promise<string[]> {
  return (await entriesOf(folder)).map(({ name }) => name).filter((name) => name.startsWith(TEMPORARY_PREFIX))
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return []
    throw error
  }
}
