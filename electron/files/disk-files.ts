import { createHmac } from 'node:crypto'
import { readFile, rename, utimes } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { makeFolder, syncFolder, writeBeside } from '../platform/durable-file.ts'
import { diskFault, errorCode, Fault } from '../platform/fault.ts'
import { digestOf } from './digest.ts'
import { listStored, sizeOf } from './disk-listing.ts'
import { openContent, openLabel, sealFile } from './evb1.ts'
import type { FileStore, NewFile } from './file-store.ts'
import { cleanFileName } from './safe-path.ts'
import { quarantineOf, quarantineOrphans, removeUnfinished } from './sweep-files.ts'

export interface DiskFilesOptions {
  readonly folder: string
  /** 32 bytes each. The store takes them over and wipes them in `close`. */
  readonly keys: { readonly name: Buffer; readonly content: Buffer }
}

/** How many files are written at once: enough to let the disk join their syncs, few enough to keep memory low. */
const AT_ONCE = 8

/**
 * One EVB1 file each, all in one folder, so that a batch waits once for its names to be durable. A name is an HMAC of the
 * digest: a thief of the disk cannot ask whether a file he knows is here.
 */
export function diskFiles({ folder, keys }: DiskFilesOptions): FileStore {
  // One process at a time holds the vault: what was unfinished before now nobody will finish.
  const openedAt = Date.now()
  let open = true
  const refuseWhenClosed = (): void => {
    if (!open) throw new Fault('VAULT_LOCKED')
  }
  const pathOf = (sha256: string): string => {
    refuseWhenClosed()
    const name = createHmac('sha256', keys.name).update(sha256).digest('hex')
    return join(folder, name)
  }
  /** A copy for one piece of work, which may outlive `close`. */
  const contentKey = (): Buffer => {
    refuseWhenClosed()
    return Buffer.from(keys.content)
  }
  // One after another: a file found in its place, and about to be referred to by a row, must not be set aside just then.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
  const putNow = async (files: readonly NewFile[]): Promise<string[]> => {
    const written = new Set<string>()
    for (let start = 0; start < files.length; start += AT_ONCE) {
      const batch = files.slice(start, start + AT_ONCE)
      const placed = await Promise.allSettled(
        batch.map(async (file) => {
          if (await place(file, pathOf(file.sha256), contentKey())) written.add(file.sha256)
        }),
      )
      for (const outcome of placed) if (outcome.status === 'rejected') throw outcome.reason
    }
    await syncFolder(folder)
    return [...written]
  }
  const putMany = async (files: readonly NewFile[]): Promise<string[]> => {
    refuseWhenClosed()
    return inTurn(() => putNow(files))
  }
  const sweepNow = async (known: ReadonlySet<string>): Promise<{ removed: number; quarantined: number }> => {
    const removed =
      (await removeUnfinished(dirname(folder), openedAt)) + (await removeUnfinished(folder, openedAt))
    const quarantined = await quarantineOrphans(folder, quarantineOf(folder), known, Date.now())
    return { removed, quarantined }
  }
  return {
    async put(file) {
      await putMany([file])
    },
    putMany,
    get: async (sha256) => read(sha256, pathOf(sha256), contentKey()),
    has: async (sha256) => (await sizeOf(pathOf(sha256))) !== undefined,
    list: () => listStored(folder, contentKey()),
    async sweep(known) {
      const names = new Set([...known].map((sha256) => basename(pathOf(sha256))))
      return inTurn(() => sweepNow(names))
    },
    listQuarantined: () => listStored(quarantineOf(folder), contentKey()),
    close() {
      open = false
      keys.name.fill(0)
      keys.content.fill(0)
    },
  }
}

/** Puts one file in its place, where it does not lie there whole already; answers whether it did. The folder is for the caller to sync. */
async function place({ sha256, bytes, sourceName }: NewFile, path: string, key: Buffer): Promise<boolean> {
  try {
    if ((await digestOf(bytes)) !== sha256) throw new TypeError('Not the bytes of this digest')
    await makeFolder(dirname(path))
    // What is there was renamed into place whole, and a disk may have spoilt it since.
    if (await liesWhole(sha256, path, key)) {
      // It counts as new from now on: the row that refers to it is written only after this.
      const now = new Date()
      await utimes(path, now, now)
      return false
    }
    const label = { sha256, ...(sourceName !== undefined && { name: cleanFileName(sourceName) }) }
    await rename(await writeBeside(path, sealFile(key, label, bytes)), path)
    return true
  } catch (error) {
    throw diskFault(error)
  } finally {
    key.fill(0)
  }
}

/** Whether a file with that content is there, down to the last bit of its label. */
async function liesWhole(sha256: string, path: string, key: Buffer): Promise<boolean> {
  try {
    const file = await readFile(path)
    if (openLabel(key, file)?.sha256 !== sha256) return false
    const content = await openContent(key, file, setImmediate)
    return content !== undefined && (await digestOf(content)) === sha256
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'EIO') return false
    throw error
  }
}

async function read(sha256: string, path: string, key: Buffer): Promise<Buffer> {
  try {
    const content = await openContent(key, await readFile(path), setImmediate)
    if (!content || (await digestOf(content)) !== sha256) throw new Fault('FILE_DAMAGED', { sha256 })
    return content
  } catch (error) {
    throw errorCode(error) === 'ENOENT' ? new Fault('FILE_MISSING', { sha256 }) : error
  } finally {
    key.fill(0)
  }
}
