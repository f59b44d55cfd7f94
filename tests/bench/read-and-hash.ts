import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Reads and hashes every file below `folder`, and gives how many bytes that were: the least any work on them can do. */
export async function readAndHash(folder: string): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const content = await readFile(join(entry.parentPath, entry.name))
    createHash('sha256').update(content).digest()
    bytes += content.length
  }
  return bytes
}
