import { lstat, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { errorCode } from '../../platform/fault.ts'
import type { Store } from '../../store/store.ts'
import { MANIFEST_FACTS, MANIFEST_SUMS } from './export-names.ts'
import { isThere, removeEmpty } from './export-target.ts'
import { parseFacts, parseSums } from './manifest.ts'
import { openBundle } from './open-bundle.ts'
import { listUnfinished, removeUnfinished, type UnfinishedExport } from './unfinished-store.ts'

/**
 * Removes what a crash left of exports: the drafts, which hold mail in the clear, the names held for them while they are empty,
 * and what had its name already and is in no record. Runs at the opening of the vault, over what is in the store when it is
 * called. A place that is out of reach, a stick not plugged in, is kept in mind for the next time. Gives the number of
 * exports removed.
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

async function removeLeftovers({ id, location, draft }: UnfinishedExport): Promise<boolean> {
  try {
    await lstat(dirname(draft))
    // Under the draft's name first, so that nothing half removed ever stands under its own.
    if (!(await isThere(draft)) && (await isExport(location, id))) await rename(location, draft)
    await rm(draft, { recursive: true, force: true })
    await removeEmpty(location)
    return true
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return false
  }
}

/** Whether what lies there is that export by its own manifests, and nothing that anybody altered or added. */
async function isExport(path: string, exportId: string): Promise<boolean> {
  const bundle = await openBundle(path)
  const read = async (name: string) => (await bundle?.files.get(name)?.read()) ?? Buffer.of()
  const sums = parseSums(await read(MANIFEST_SUMS))
  if (!bundle || !sums || bundle.strange.length > 0) return false
  if (parseFacts(await read(MANIFEST_FACTS))?.exportId !== exportId) return false
  const listed = new Map([...sums].map(([name, sha256]) => [name.normalize('NFC'), sha256]))
  for (const [name, file] of bundle.files)
    if (name !== MANIFEST_SUMS && (await file.sha256()) !== listed.get(name)) return false
  return true
}
