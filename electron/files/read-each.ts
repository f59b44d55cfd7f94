import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { TEMPORARY_PREFIX } from '../platform/durable-file.ts'
import { errorCode } from '../platform/fault.ts'
import { digestOf } from './digest.ts'
import { type Evb1Label, openContent, openLabel } from './evb1.ts'

/** One encrypted file as a salvage finds it. */
export interface FoundFile {
  /** What it is called on disk. */
  readonly storedAs: string
  /** What its label says; undefined where that is damaged. */
  readonly label: Evb1Label | undefined
  /** What is in it, and the SHA-256 of that; undefined where a single bit is not as it was written. */
  readonly content: { readonly bytes: Buffer; readonly sha256: string } | undefined
}

/** Every encrypted file right in `folder`, opened with the content key and nothing else; none where there is no such folder. */
export async function* readEach(folder: string, key: Uint8Array): AsyncGenerator<FoundFile> {
  for (const storedAs of await namesIn(folder)) {
    const file = await readFile(join(folder, storedAs))
    const [label, bytes] = [openLabel(key, file), await openContent(key, file, setImmediate)]
    const sha256 = bytes && (await digestOf(bytes))
    const fits = bytes !== undefined && sha256 !== undefined && (!label || label.sha256 === sha256)
    yield { storedAs, label, content: fits ? { bytes, sha256 } : undefined }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith(TEMPORARY_PREFIX))
      .map(({ name }) => name)
      .sort()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}
