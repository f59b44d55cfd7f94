import { lstat, rm, rmdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { errorCode } from '../../platform/fault.ts'
import type { Store } from '../../store/store.ts'
import { listUnfinished, removeUnfinished, type UnfinishedExport } from './unfinished-store.ts'

/**
 * Removes what a crash left of exports: the drafts, which hold mail in the clear, and the names held for them while they
 * are empty. Runs at the opening of the vault, over what is in the store when it is called. A place that is out of reach,
 * a stick not plugged in, is kept in mind for the next time. Gives the number of exports removed.
 */
export async function sweepUnfinished(store: Store): Promise<number> {
  let swept = 0
  for (const row of listUnfinished(store.read)) {
    if (!(await removeLeftovers(row))) continue
    store.write((writer) => removeUnfinished(writer, row.id))
    swept += 1
  }
  return swept
}

async function removeLeftovers({ location, draft }: UnfinishedExport): Promise<boolean> {
  try {
    await lstat(dirname(draft))
    await rm(draft, { recursive: true, force: true })
    await removeEmpty(location)
    return true
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return false
  }
}

/** What is not empty is no longer ours: the export was published, or somebody put something there. */
async function removeEmpty(path: string): Promise<void> {
  try {
    const found = await lstat(path)
    if (found.isDirectory()) await rmdir(path)
    else if (found.isFile() && found.size === 0) await rm(path)
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error
  }
}
