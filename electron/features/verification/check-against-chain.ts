import type { Reader } from '../../store/store.ts'
import { type BundleManifest, MANIFEST_FACTS, MANIFEST_SUMS } from '../exhibits/index.ts'
import { findEntryHash } from './custody-store.ts'
import { readEntries } from './read-entries.ts'
import type { Problem } from './report.ts'

export type ChainProblem =
  /** The open vault has no record of having exported a bundle with these sums. */
  | 'NOT_EXPORTED_FROM_HERE'
  /** The state of the chain that the bundle names is none this vault was ever in. */
  | 'CHAIN_STATE_UNKNOWN'

/** Holds a bundle against the audit chain of the vault it should come from. */
export function checkAgainstChain(
  reader: Reader,
  sumsSha256: string | undefined,
  facts: BundleManifest | undefined,
): Problem<ChainProblem>[] {
  const problems: Problem<ChainProblem>[] = []
  const recorded = readEntries(reader, ['exhibits.exported']).some(
    (entry) => entry.facts.manifest === sumsSha256 && (!facts || entry.object === facts.exportId),
  )
  if (!recorded) problems.push({ code: 'NOT_EXPORTED_FROM_HERE', name: MANIFEST_SUMS })
  if (facts?.audit && findEntryHash(reader, facts.audit.seq) !== facts.audit.hash)
    problems.push({ code: 'CHAIN_STATE_UNKNOWN', name: MANIFEST_FACTS })
  return problems
}
