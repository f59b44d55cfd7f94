import { type BundleManifest, type BundleSource, MANIFEST_FACTS } from '../exhibits/index.ts'
import type { Problem } from './report.ts'

export type FactsProblem =
  /** `manifest.json` is not canonical, or says something else than the program writes. */
  | 'FACTS_UNREADABLE'
  /** `manifest.json` and the sums, or the file itself, disagree about a file. */
  | 'FACTS_DISAGREE'
  /** The pages of an exhibit leave a gap, overlap, or run past the bundle's end. */
  | 'PAGES_DISAGREE'

/** Holds the facts against the sums, the files and themselves. */
export function checkFacts(
  facts: BundleManifest,
  sums: ReadonlyMap<string, string>,
  source: BundleSource,
): Problem<FactsProblem>[] {
  const disagreeing = new Set<string>()
  const listed = new Map<string, string>()
  for (const { path, sha256, sizeBytes } of facts.files) {
    if (listed.has(path)) disagreeing.add(path)
    listed.set(path, sha256)
    const size = source.files.get(path.normalize('NFC'))?.sizeBytes ?? sizeBytes
    if (sums.get(path) !== sha256 || size !== sizeBytes) disagreeing.add(path)
  }
  for (const path of sums.keys()) if (path !== MANIFEST_FACTS && !listed.has(path)) disagreeing.add(path)
  for (const item of facts.exhibits.flatMap((exhibit) => exhibit.items)) {
    if (item.kind === 'record') continue
    if (listed.get(item.original.path) !== item.original.sha256) disagreeing.add(item.original.path)
    for (const path of item.attachments) if (!listed.has(path)) disagreeing.add(path)
  }
  return [
    ...[...disagreeing].map((name) => ({ code: 'FACTS_DISAGREE' as const, name })),
    ...checkPages(facts).map((name) => ({ code: 'PAGES_DISAGREE' as const, name })),
  ]
}

/** Numbers of the exhibits whose pages do not follow on from those before. */
function checkPages({ exhibits, listPageCount, pageCount }: BundleManifest): string[] {
  let before = listPageCount
  return exhibits.flatMap(({ number, pages: { first, last } }, at) => {
    const isLast = at === exhibits.length - 1
    const fits = first === before + 1 && last >= first && (isLast ? last === pageCount : last < pageCount)
    before = last
    return fits ? [] : [number]
  })
}
