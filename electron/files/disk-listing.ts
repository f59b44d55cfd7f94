import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { TEMPORARY_PREFIX } from '../platform/durable-file.ts'
import { errorCode } from '../platform/fault.ts'
import { openLabel, PREFIX_BYTES } from './evb1.ts'
import type { StoredFile } from './file-store.ts'

/** Every finished file under `folder`, with what its label says. Wipes `key` when it is done. */
export async function* listStored(folder: string, key: Buffer): AsyncGenerator<StoredFile> {
  try {
    for (const path of await finishedFiles(folder))
      yield { name: basename(path), sha256: openLabel(key, await readPrefix(path))?.sha256 }
  } finally {
    key.fill(0)
  }
}

/** The size of a file in bytes, or undefined where there is none. */
export async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

async function finishedFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith(TEMPORARY_PREFIX))
      .map((entry) => join(entry.parentPath, entry.name))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

async function readPrefix(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(PREFIX_BYTES), 0, PREFIX_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
