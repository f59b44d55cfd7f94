import { mkdir, open, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeWithParents, syncFolder } from '../../platform/durable-file.ts'
import { diskFault } from '../../platform/fault.ts'
import { claim, draftIn, type ExportTarget, type RememberPlace, removeEmpty } from './export-target.ts'

/** As a program makes folders that are nobody's secret; the system's mask applies. */
const READABLE = 0o777

/** An export as a folder inside `folder`. */
export async function openFolderTarget(
  folder: string,
  name: string,
  remember: RememberPlace,
): Promise<ExportTarget> {
  const draft = draftIn(folder)
  const path = await claim(folder, { name, extension: '' }, mkdir, (place) =>
    remember({ path: place, draft }),
  )
  const made = new Set([draft])
  try {
    await mkdir(draft)
  } catch (error) {
    await rmdir(path)
    throw diskFault(error)
  }
  let state: 'held' | 'free' | 'published' = 'held'

  return {
    path,
    async add(inside, bytes) {
      const file = join(draft, ...inside.split('/'))
      try {
        await makeWithParents(dirname(file), READABLE)
        for (let step = dirname(file); step !== folder; step = dirname(step)) made.add(step)
        await writeDurably(file, bytes)
      } catch (error) {
        throw diskFault(error)
      }
    },
    async publish() {
      for (const each of made) await syncFolder(each)
      // Windows renames onto no folder, not even an empty one; the place-holder kept the name until now.
      await rmdir(path)
      state = 'free'
      await rename(draft, path)
      state = 'published'
      await syncFolder(folder)
    },
    async discard() {
      // A lock may end this half way: then it is a draft that is half removed, and the next opening removes the rest.
      if (state === 'published') await rename(path, draft)
      await rm(draft, { recursive: true, force: true })
      if (state === 'held') await removeEmpty(path)
    },
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
