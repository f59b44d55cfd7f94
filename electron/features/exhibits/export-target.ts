import { randomBytes } from 'node:crypto'
import { lstat, open, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { TEMPORARY_PREFIX } from '../../platform/durable-file.ts'
import { diskFault, errorCode } from '../../platform/fault.ts'

/**
 * Where an export is written: complete or not at all. Until `publish` nothing of it stands under its name but an empty
 * place-holder that keeps the name free; `discard` removes all of it.
 */
export interface ExportTarget {
  /** The path it will bear; the name asked for, or that with a number where it was taken. */
  readonly path: string
  /** Writes one file, durably, without holding the thread. Throws `DISK_FULL`. */
  add(path: string, bytes: Uint8Array): Promise<void>
  publish(): Promise<void>
  discard(): Promise<void>
}

/** What an export leaves behind where the program dies over it. */
export interface ExportPlace {
  /** As `ExportTarget.path`. */
  path: string
  /** A file or folder beside it that holds, in the clear, what is written so far. */
  draft: string
}

/** Told of the place before anything is there; told again where that name turned out to be taken. */
export type RememberPlace = (place: ExportPlace) => void

/** A new name for what is not finished. */
export const draftIn = (folder: string): string =>
  join(folder, `${TEMPORARY_PREFIX}${randomBytes(8).toString('hex')}`)

/**
 * Makes `name` in `folder`, or `name (2)` and so on, and gives the path: `make` must refuse a path that is there. `remember` comes
 * first, so that a crash leaves no place-holder that nobody knows of; a path that is there already is never remembered.
 */
export async function claim(
  folder: string,
  { name, extension }: { name: string; extension: string },
  make: (path: string) => Promise<unknown>,
  remember: (path: string) => void,
): Promise<string> {
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, `${name}${copy === 1 ? '' : ` (${copy})`}${extension}`)
    if (await isThere(path)) continue
    try {
      remember(path)
      await make(path)
      return path
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw diskFault(error)
    }
  }
}

/** Whether anything lies there, a link included. */
export const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

export const makeEmptyFile = async (path: string): Promise<void> => (await open(path, 'wx')).close()

/** Removes the name held for an export. What is not empty is not ours any more: somebody put something there. */
export async function removeEmpty(path: string): Promise<void> {
  try {
    const found = await lstat(path)
    if (found.isDirectory()) await rmdir(path)
    else if (found.isFile() && found.size === 0) await rm(path)
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error
  }
}
