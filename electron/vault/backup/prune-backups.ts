import { readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { syncFolder } from '../../platform/durable-file.ts'
import { errorCode } from '../../platform/fault.ts'
import { parseManifest } from './backup-manifest.ts'
import { backupIdOf, findBackups, findGoing, findUnfinished, goingOf, manifestOf } from './backup-place.ts'

/** What another vault is at in the same folder is left alone for so long. */
const UNFINISHED_MS = 86_400_000

/**
 * Removes backups by name. An original goes last, and only where it stood in a backup that was removed and in none that is
 * still there. Gives the names of those that are gone.
 */
export async function pruneBackups(folder: string, names: readonly string[]): Promise<string[]> {
  const gone: string[] = []
  for (const name of names) if (await moveAside(folder, name)) gone.push(name)
  await syncFolder(folder)
  await removeGoing(folder)
  return gone
}

/**
 * Removes what the backups with these ids left unfinished, and what nobody has touched for a day; ends removals that were cut
 * off. Another vault may be at work in the same folder, and other things may lie there: neither is touched.
 */
export async function sweepBackups(folder: string, unfinishedIds: readonly string[]): Promise<void> {
  for (const { path, backupId } of await findUnfinished(folder))
    if (unfinishedIds.includes(backupId) || (await ageOf(path)) > UNFINISHED_MS)
      await rm(path, { recursive: true, force: true })
  await removeGoing(folder)
}

/** From here on it does not count, whatever happens to the rest. One that is not there any more is gone as well. */
async function moveAside(folder: string, name: string): Promise<boolean> {
  if (backupIdOf(name) === undefined || basename(name) !== name) return false
  try {
    await rename(join(folder, name), goingOf({ folder, name }))
    return true
  } catch (error) {
    return errorCode(error) === 'ENOENT'
  }
}

const ageOf = async (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  )

async function removeGoing(folder: string): Promise<void> {
  const going = await findGoing(folder)
  if (going.length === 0) return
  const unneeded = await filesOf(going.map((path) => join(path, 'manifest.json')))
  const kept = await filesOf((await findBackups(folder)).map(manifestOf))
  // A manifest that cannot be read may need anything, and so may a backup in the making on another computer.
  const othersAtWork = (await findUnfinished(folder)).length > 0
  if (kept.unreadable || othersAtWork) return
  for (const path of unneeded.paths) if (!kept.paths.has(path)) await rm(join(folder, path), { force: true })
  await syncFolder(join(folder, 'files'))
  for (const path of going) await rm(path, { recursive: true, force: true })
}

/** The originals that these manifests list; their names cannot lead out of `files`. */
async function filesOf(manifests: readonly string[]): Promise<{ paths: Set<string>; unreadable: boolean }> {
  const paths = new Set<string>()
  let unreadable = false
  for (const path of manifests) {
    const manifest = parseManifest(await readFile(path).catch(() => Buffer.of()))
    unreadable ||= manifest === undefined
    for (const file of manifest?.files ?? []) if (file.path.startsWith('files/')) paths.add(file.path)
  }
  return { paths, unreadable }
}
