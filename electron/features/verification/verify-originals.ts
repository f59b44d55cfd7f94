import { digestOf } from '../../files/digest.ts'
import type { FileStore } from '../../files/index.ts'
import { isFault } from '../../platform/fault.ts'
import type { Reader } from '../../store/store.ts'
import { eachOriginal, findSourceName } from './custody-store.ts'
import type { Problem, VerificationReport } from './report.ts'

export type OriginalProblem =
  /** The bytes are not those that came in. */
  | 'ORIGINAL_ALTERED'
  /** The row says another size than the bytes have. */
  | 'ORIGINAL_SIZE_WRONG'
  /** The encrypted file that should hold it is gone. */
  | 'ORIGINAL_MISSING'
  /** An encrypted file that does not open; `name` is what it is called on disk. */
  | 'FILE_UNREADABLE'
  /** An encrypted file that no original refers to: the rest of an import that was cut off, or put there. */
  | 'FILE_WITHOUT_ORIGINAL'

export type OriginalsReport = VerificationReport<'originals' | 'files', OriginalProblem>

/** Reads every original again and hashes it, from the database and from the file store; `name` is its SHA-256. */
export async function verifyOriginals(reader: Reader, files: FileStore): Promise<OriginalsReport> {
  const problems: Problem<OriginalProblem>[] = []
  const name = (code: OriginalProblem, sha256: string): void => {
    const knownAs = findSourceName(reader, sha256)
    problems.push({ code, name: sha256, ...(knownAs === undefined ? {} : { knownAs }) })
  }
  const inFiles = new Set<string>()
  const counts = { originals: 0, files: 0 }
  for (const { sha256, sizeBytes, bytes } of eachOriginal(reader)) {
    counts.originals += 1
    if (!bytes) inFiles.add(sha256)
    const found = bytes ?? (await readFile(files, sha256))
    if (typeof found === 'string') name(found, sha256)
    else if ((await digestOf(found)) !== sha256) name('ORIGINAL_ALTERED', sha256)
    else if (found.length !== sizeBytes) name('ORIGINAL_SIZE_WRONG', sha256)
  }
  for await (const file of files.list()) {
    counts.files += 1
    if (file.sha256 === undefined) problems.push({ code: 'FILE_UNREADABLE', name: file.name })
    else if (!inFiles.has(file.sha256)) problems.push({ code: 'FILE_WITHOUT_ORIGINAL', name: file.sha256 })
  }
  return { counts, problems }
}

async function readFile(files: FileStore, sha256: string): Promise<Uint8Array | OriginalProblem> {
  try {
    return await files.get(sha256)
  } catch (error) {
    if (isFault(error, 'FILE_MISSING')) return 'ORIGINAL_MISSING'
    if (isFault(error, 'FILE_DAMAGED')) return 'ORIGINAL_ALTERED'
    throw error
  }
}
