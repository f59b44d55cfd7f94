import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A file that goes out with what is handed out. */
export interface HandoutFile {
  path: string
  bytes: Buffer
}

/**
 * The two verifiers and a page on how to use them, from `resources/verifier`, to lie in `folder` of an export (with `/` after
 * it) or beside a custody record (nothing).
 */
export async function readHandout(
  verifierFolder: string,
  what: 'exhibits' | 'record',
  folder: '' | 'verify/',
): Promise<HandoutFile[]> {
  const files = { 'README.txt': `README-${what}.txt`, 'verify.mjs': 'verify.mjs', 'verify.py': 'verify.py' }
  return Promise.all(
    Object.entries(files).map(async ([name, source]) => ({
      path: `${folder}${name}`,
      bytes: await readFile(join(verifierFolder, source)),
    })),
  )
}
