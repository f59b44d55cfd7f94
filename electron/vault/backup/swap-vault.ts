import { existsSync } from 'node:fs'
import { copyFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { syncFolder } from '../../platform/durable-file.ts'
import { errorCode } from '../../platform/fault.ts'
import { appPaths } from '../../platform/paths.ts'
import { refuseBusy } from '../../store/connect.ts'
import { restoredMarkOf } from './restored-mark.ts'

// A restored vault is made whole beside the old one, in `<root>.restoring-<id>`, and its mark is written last. Then two
// renames: the old vault to `<root>.before-restore-…`, the new one to `<root>`. A crash before the first leaves the old
// vault; between the two there is none under its name, and the next start ends what was begun.

const RESTORING = '.restoring-'
/** What another process restores this moment is younger. */
const STALE_MS = 86_400_000

export const restoringFolder = (root: string, id: string): string => `${root}${RESTORING}${id}`

/**
 * Puts the whole vault in `made` in the place of `root`; gives the folder of the former one, null where there was none. Throws
 * `STORE_BUSY`, and changes nothing, where somebody has the former one open: his work would go on into what was put aside.
 */
export async function swapVault(root: string, made: string, stamp: string): Promise<string | null> {
  const keptAs = existsSync(root) ? freeName(`${root}.before-restore-${stamp}`) : null
  if (keptAs !== null) {
    await keepSettings(root, made)
    refuseBusy(appPaths(root).store)
    await rename(root, keptAs)
  }
  try {
    if (keptAs !== null) refuseBusy(appPaths(keptAs).store) // opened between the look and the renaming; by now nobody finds it
    await rename(made, root)
  } catch (error) {
    if (keptAs !== null) await rename(keptAs, root)
    throw error
  }
  await syncFolder(dirname(root))
  return keptAs
}

/**
 * Called at every start, before the vault is looked for: ends a restore that was cut off between its two renames, and removes
 * one that was cut off before. What is not whole never becomes the vault, nor what an earlier try left.
 */
export async function settleRestore(root: string): Promise<void> {
  const restoring = await Promise.all(
    (await findRestoring(root)).map(async (made) => ({
      made,
      wholeAt: await changedAt(restoredMarkOf(made)),
    })),
  )
  for (const { made, wholeAt } of restoring.sort((a, b) => b.wholeAt - a.wholeAt)) {
    if (!existsSync(root) && wholeAt > 0) {
      await rename(made, root)
      await syncFolder(dirname(root))
    } else if (Date.now() - (await changedAt(made)) > STALE_MS)
      await rm(made, { recursive: true, force: true })
  }
}

async function findRestoring(root: string): Promise<string[]> {
  try {
    const names = await readdir(dirname(root))
    return names
      .filter((name) => name.startsWith(`${basename(root)}${RESTORING}`))
      .map((name) => join(dirname(root), name))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

/** 0 where there is nothing. */
const changedAt = async (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )

/** Language and colours are the computer's, not the backup's. */
async function keepSettings(root: string, made: string): Promise<void> {
  await copyFile(join(root, 'settings.json'), join(made, 'settings.json')).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error
  })
}

function freeName(wanted: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}-${count}`
    if (!existsSync(name)) return name
  }
}
