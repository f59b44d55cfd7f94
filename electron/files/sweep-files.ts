import type { Dirent } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFolder, syncFolder, TEMPORARY_PREFIX } from '../platform/durable-file.ts'
import { errorCode } from '../platform/fault.ts'

/** How long an encrypted file may lie without a row before it is set aside: longer than any import takes. */
const ORPHAN_AFTER_MS = 24 * 3_600_000

/** Removes what a crash left half-written in `folder`: files and folders of the temporary kind older than `before`. Gives how many. */
export async function removeUnfinished(folder: string, before: number): Promise<number> {
  let removed = 0
  for (const { name } of await entriesIn(folder)) {
    const path = join(folder, name)
    if (!name.startsWith(TEMPORARY_PREFIX) || (await changedAt(path)) >= before) continue
    await rm(path, { force: true, recursive: true })
    removed += 1
  }
  return removed
}

/**
 * Moves the files of `folder` that are not `known`, and have lain there for a day, into `quarantine`: an import that was cut
 * off before its rows left them, and nothing of evidence is deleted by a program that cannot read it. Gives how many.
 */
export async function quarantineOrphans(
  folder: string,
  quarantine: string,
  known: ReadonlySet<string>,
  now: number,
): Promise<number> {
  const orphans = (await entriesIn(folder)).filter(
    (entry) => entry.isFile() && !known.has(entry.name) && !entry.name.startsWith(TEMPORARY_PREFIX),
  )
  let moved = 0
  for (const { name } of orphans) {
    const path = join(folder, name)
    if ((await changedAt(path)) > now - ORPHAN_AFTER_MS) continue
    if (moved === 0) await makeFolder(quarantine)
    await rename(path, join(quarantine, name))
    moved += 1
  }
  if (moved > 0) for (const each of [quarantine, folder]) await syncFolder(each)
  return moved
}

/** Where `quarantineOrphans` puts the orphans of the folder of files. */
export const quarantineOf = (folder: string): string => join(dirname(folder), 'quarantine')

async function entriesIn(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

/** Milliseconds since 1970; far ahead for a file that is gone, which is then left alone. */
async function changedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return Number.POSITIVE_INFINITY
    throw error
  }
}
