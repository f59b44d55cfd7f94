import { readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { syncFolder, TEMPORARY_PREFIX } from '../../platform/durable-file.ts'
import { errorCode } from '../../platform/fault.ts'
import { parseManifest } from './backup-manifest.ts'
import { backupIdOf, findBackups, findUnfinished, manifestOf } from './backup-place.ts'

/** What another computer is at in the same folder is left alone for so long. */
const UNFINISHED_MS = 86_400_000
const GOING = `${TEMPORARY_PREFIX}removed-`

/**
 * Removes backups by name, then what backups with these ids left unfinished. An original goes last, and only where it
 * stood in a backup that was removed and in none that is still there. Gives the names of those that are gone.
 */
export async function pruneBackups(
  folder: string,
  names: readonly string[],
  unfinishedIds: readonly string[],
): Promise<string[]> {
  const gone: string[] = []
  for (const name of names) if (await moveAside(folder, name)) gone.push(name)
  await syncFolder(folder)
  await sweepUnfinished(folder, unfinishedIds)
  await removeFilesOfRemoved(folder)
  return gone
}

/** From here on it does not count, whatever happens to the rest. One that is not there any more is gone as well. */
async function moveAside(folder: string, name: string): Promise<boolean> {
  if (backupIdOf(name) === undefined || basename(name) !== name) return false
  try {
    await rename(join(folder, name), join(folder, `${GOING}${name}`))
    return true
  } catch (error) {
    return errorCode(error) === 'ENOENT'
  }
}

async function sweepUnfinished(folder: string, ids: readonly string[]): Promise<void> {
  for (const place of [folder, join(folder, 'files')])
    for (const name of await findUnfinished(place)) {
      if (name.startsWith(GOING)) continue
      const path = join(place, name)
      const left = ids.some((id) => name.includes(id)) || (await ageOf(path)) > UNFINISHED_MS
      if (left) await rm(path, { recursive: true, force: true })
    }
}

const ageOf = async (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  )

async function removeFilesOfRemoved(folder: string): Promise<void> {
  const going = (await findUnfinished(folder)).filter((name) => name.startsWith(GOING))
  if (going.length === 0) return
  const unneeded = await filesOf(going.map((name) => join(folder, name, 'manifest.json')))
  const kept = await filesOf((await findBackups(folder)).map(manifestOf))
  // A manifest that cannot be read may need anything, and so may a backup in the making on another computer.
  const othersAtWork = (await findUnfinished(folder)).some((name) => !name.startsWith(GOING))
  if (kept.unreadable || othersAtWork) return
  for (const path of unneeded.paths) if (!kept.paths.has(path)) await rm(join(folder, path), { force: true })
  await syncFolder(join(folder, 'files'))
  for (const name of going) await rm(join(folder, name), { recursive: true, force: true })
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
