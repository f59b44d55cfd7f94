import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { BundleFile, BundleSource } from './bundle-source.ts'
import { openZip } from './open-zip.ts'

/** The bundle at `path`, or undefined where there is neither a folder nor a readable ZIP. */
export async function openBundle(path: string): Promise<BundleSource | undefined> {
  const found = await lstat(path).catch(() => undefined)
  if (found?.isDirectory()) return openFolder(path)
  if (found?.isFile()) return openZip(await readFile(path))
  return undefined
}

async function openFolder(folder: string): Promise<BundleSource> {
  const files = new Map<string, BundleFile>()
  const strange: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue
    const path = join(entry.parentPath, entry.name)
    const inside = relative(folder, path).split(sep).join('/').normalize('NFC')
    if (!entry.isFile() || files.has(inside)) strange.push(inside)
    else files.set(inside, await fileAt(path))
  }
  return { files, strange }
}

async function fileAt(path: string): Promise<BundleFile> {
  const { size } = await lstat(path)
  return {
    sizeBytes: size,
    read: () => readFile(path),
    async sha256() {
      const hash = createHash('sha256')
      for await (const chunk of createReadStream(path)) hash.update(chunk)
      return hash.digest('hex')
    },
  }
}
