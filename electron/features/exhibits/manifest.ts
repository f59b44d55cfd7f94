import { z } from 'zod'
import { parseCanonical } from '../../platform/canonical.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u)

/** A file of the export: its path inside it, with `/` between folders, and what its bytes are. */
const listedFile = z.strictObject({ path: z.string(), sha256, sizeBytes: z.int().nonnegative() })
export type ListedFile = z.infer<typeof listedFile>

const listedItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('message'),
    /** Path and digest of the bytes as received. */
    original: z.strictObject({ path: z.string(), sha256 }),
    attachments: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal('record') }),
])

const exhibitEntry = z.strictObject({
  number: z.string(),
  /** Pages of the bundle, counted from 1 at the first page of the list. */
  pages: z.strictObject({ first: z.int().positive(), last: z.int().positive() }),
  items: z.array(listedItem).min(1),
})
export type ExhibitEntry = z.infer<typeof exhibitEntry>

/**
 * `manifest.json`, canonical (RFC 8785): what the export consists of and which state of the audit chain it was made in.
 * Nothing in it is text of a case but the names of its files.
 */
export const bundleManifest = z.strictObject({
  format: z.literal('redchop-exhibits'),
  version: z.literal(1),
  app: z.string(),
  exportId: z.uuid(),
  madeAt: z.iso.datetime(),
  wording: z.strictObject({ proposals: z.string(), papers: z.string() }),
  language: z.string(),
  numberStyle: z.string(),
  numbering: z.string(),
  /** Pages of the list at the front, and of the whole bundle. */
  listPageCount: z.int().positive(),
  pageCount: z.int().positive(),
  exhibits: z.array(exhibitEntry).min(1),
  /** Every file but the two manifests. */
  files: z.array(listedFile),
  /** The newest entry of the audit chain when the files were made. */
  audit: z.strictObject({ seq: z.int().nonnegative(), hash: sha256 }).nullable(),
})
export type BundleManifest = z.infer<typeof bundleManifest>

/** The facts, or undefined where the bytes are not one by one what the program writes. */
export const parseFacts = (bytes: Uint8Array): BundleManifest | undefined =>
  parseCanonical(bytes, (value) => bundleManifest.parse(value))

/** `manifest.sha256`: one line a file, as `sha256sum -c` reads it, sorted by the bytes of the path. */
export function composeSums(files: readonly Pick<ListedFile, 'path' | 'sha256'>[]): Buffer {
  const sorted = files.toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)))
  return Buffer.from(sorted.map((file) => `${file.sha256}  ${file.path}\n`).join(''))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a path with one is what is refused
const SUM_LINE = /^([0-9a-f]{64}) {2}([^\0-\x20\x7f][^\0-\x1f\x7f]*)$/u

/** The digests by path, or undefined where the bytes are none that `composeSums` writes. */
export function parseSums(bytes: Uint8Array): Map<string, string> | undefined {
  const files: Pick<ListedFile, 'path' | 'sha256'>[] = []
  for (const line of Buffer.from(bytes).toString('utf8').split('\n').slice(0, -1)) {
    const [, sha256, path] = SUM_LINE.exec(line) ?? []
    if (sha256 === undefined || path === undefined) return undefined
    files.push({ path, sha256 })
  }
  const sums = new Map(files.map(({ path, sha256 }) => [path, sha256]))
  const isWritten = files.length > 0 && sums.size === files.length && composeSums(files).equals(bytes)
  return isWritten ? sums : undefined
}
