import { digestOf } from '../../files/digest.ts'
import { canonicalBytes } from '../../platform/canonical.ts'
import type { ExportFile } from './collect-bundle.ts'
import { MANIFEST_FACTS, MANIFEST_SUMS } from './export-names.ts'
import type { ExportTarget } from './export-target.ts'
import { type BundleManifest, composeSums, type ListedFile } from './manifest.ts'

export interface Written {
  /** SHA-256 of `manifest.sha256`: the one value that stands for the whole export. */
  manifestSha256: string
}

/**
 * Writes the files, then the manifest made of them, then the sums over all. Publishes nothing: the caller does.
 * `onBytes` counts what is written; the signal is looked at before each file.
 */
export async function writeExport(
  target: ExportTarget,
  files: readonly ExportFile[],
  manifest: Omit<BundleManifest, 'files'>,
  { signal, onBytes }: { signal: AbortSignal; onBytes(done: number, total: number): void },
): Promise<Written> {
  const total = files.reduce((sum, file) => sum + file.bytes.length, 0)
  const listed: ListedFile[] = []
  let done = 0
  onBytes(done, total)
  for (const { path, bytes } of files) {
    signal.throwIfAborted()
    listed.push({ path, sha256: await digestOf(bytes), sizeBytes: bytes.length })
    await target.add(path, bytes)
    done += bytes.length
    onBytes(done, total)
  }
  const facts = canonicalBytes({ ...manifest, files: listed } satisfies BundleManifest)
  await target.add(MANIFEST_FACTS, facts)
  const sums = composeSums([...listed, { path: MANIFEST_FACTS, sha256: await digestOf(facts) }])
  await target.add(MANIFEST_SUMS, sums)
  return { manifestSha256: await digestOf(sums) }
}
