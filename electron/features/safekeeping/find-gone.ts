import { access } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { BackupRow } from './backups-store.ts'

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/**
 * Ids of the backups that are not in their folder any more though the folder is there: somebody took them away. Of a folder out
 * of reach, such as a memory stick that is not plugged in, nothing is said.
 */
export async function findGone(rows: readonly BackupRow[]): Promise<ReadonlySet<string>> {
  const reached = new Map<string, Promise<boolean>>()
  const gone = await Promise.all(
    rows.map(async ({ id, place, removedAt }) => {
      if (removedAt || (await isThere(place))) return []
      const folder = dirname(place)
      const within = reached.get(folder) ?? isThere(folder)
      reached.set(folder, within)
      return (await within) ? [id] : []
    }),
  )
  return new Set(gone.flat())
}
