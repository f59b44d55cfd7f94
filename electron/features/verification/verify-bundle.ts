import { basename } from 'node:path'
import type { Reader } from '../../store/store.ts'
import { PROOF_FILE } from '../custody/index.ts'
import {
  type BundleManifest,
  type BundleSource,
  MANIFEST_FACTS,
  MANIFEST_SUMS,
  openBundle,
  parseFacts,
  parseSums,
} from '../exhibits/index.ts'
import { type ChainProblem, checkAgainstChain } from './check-against-chain.ts'
import { checkFacts, type FactsProblem } from './check-facts.ts'
import { checkProof, type ProofProblem } from './check-proof.ts'
import type { Problem, VerificationReport } from './report.ts'

export type BundleProblem =
  /** Neither a folder nor a ZIP that opens. */
  | 'BUNDLE_UNREADABLE'
  /** `manifest.sha256` is gone or is not what the program writes. */
  | 'SUMS_MISSING'
  | 'SUMS_UNREADABLE'
  | 'FILE_MISSING'
  | 'FILE_ALTERED'
  /** A file, a link or a second entry of one name that the sums do not list. */
  | 'FILE_EXTRA'
  /** A path in the sums that leads outside, or to a file that stands there under another name already. */
  | 'PATH_REFUSED'
  | FactsProblem
  | ProofProblem
  | ChainProblem

export type BundleReport = VerificationReport<'files' | 'exhibits' | 'pages', BundleProblem>

/**
 * Checks an exported bundle: every listed file is there and unaltered, nothing else is, and its facts agree with it. With a
 * `reader` of the open vault also that it was exported from there exactly so. Writes nothing; `name` is a path inside.
 */
export async function verifyBundle(path: string, reader?: Reader): Promise<BundleReport> {
  const source = await openBundle(path)
  if (!source) return failed('BUNDLE_UNREADABLE', basename(path))
  const sumsFile = source.files.get(MANIFEST_SUMS)
  if (!sumsFile) return failed('SUMS_MISSING', MANIFEST_SUMS)
  const sums = parseSums((await sumsFile.read()) ?? Buffer.of())
  if (!sums) return failed('SUMS_UNREADABLE', MANIFEST_SUMS)
  const problems: Problem<BundleProblem>[] = await checkFiles(source, sums)
  const facts = parseFacts((await source.files.get(MANIFEST_FACTS)?.read()) ?? Buffer.of())
  if (facts) {
    problems.push(...checkFacts(facts, sums, source))
    problems.push(...checkProof((await source.files.get(PROOF_FILE)?.read()) ?? Buffer.of(), facts))
  }
  if (!facts && source.files.has(MANIFEST_FACTS))
    problems.push({ code: 'FACTS_UNREADABLE', name: MANIFEST_FACTS })
  if (reader) problems.push(...checkAgainstChain(reader, await sumsFile.sha256(), facts))
  return { counts: countsOf(source, facts), problems }
}

async function checkFiles(
  { files, strange }: BundleSource,
  sums: ReadonlyMap<string, string>,
): Promise<Problem<BundleProblem>[]> {
  const problems: Problem<BundleProblem>[] = strange.map((name) => ({ code: 'FILE_EXTRA', name }))
  const listed = new Set([MANIFEST_SUMS])
  for (const [name, sha256] of sums) {
    const path = name.normalize('NFC')
    const file = files.get(path)
    if (listed.has(path) || !isInside(path)) problems.push({ code: 'PATH_REFUSED', name })
    else if (!file) problems.push({ code: 'FILE_MISSING', name })
    else if ((await file.sha256()) !== sha256) problems.push({ code: 'FILE_ALTERED', name })
    listed.add(path)
  }
  for (const name of files.keys()) if (!listed.has(name)) problems.push({ code: 'FILE_EXTRA', name })
  return problems
}

/** Whether a path means the same file inside a folder on every system. */
const isInside = (path: string): boolean =>
  !/^[^/]*:|\\/u.test(path) && path.split('/').every((step) => step !== '' && step !== '.' && step !== '..')

const countsOf = ({ files }: BundleSource, facts: BundleManifest | undefined): BundleReport['counts'] => ({
  files: files.size,
  exhibits: facts?.exhibits.length ?? 0,
  pages: facts?.pageCount ?? 0,
})

const failed = (code: BundleProblem, name: string): BundleReport => ({
  counts: { files: 0, exhibits: 0, pages: 0 },
  problems: [{ code, name }],
})
