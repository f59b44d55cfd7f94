import type { AuditProblem } from '../../vault/audit-verify.ts'
import type { OpenVault } from '../../vault/vault.ts'
import type { VerificationReport } from './report.ts'
import { type CustodyProblem, verifyCustody } from './verify-custody.ts'
import { type OriginalProblem, verifyOriginals } from './verify-originals.ts'

export type StoreProblem = OriginalProblem | CustodyProblem | `CHAIN_${AuditProblem}`
export type StoreReport = VerificationReport<
  'originals' | 'files' | 'intakes' | 'exports' | 'entries',
  StoreProblem
>

/**
 * Checks a whole vault again: every original against its digest, every link of the audit chain (`name` is the number of
 * the entry), and the custody record against the chain. Writes nothing. Reads everything once.
 */
export async function verifyStore({
  store,
  files,
  audit,
}: Pick<OpenVault, 'store' | 'files' | 'audit'>): Promise<StoreReport> {
  const chain = audit.verify(store.read)
  const custody = verifyCustody(store.read)
  const originals = await verifyOriginals(store.read, files)
  return {
    counts: { ...originals.counts, ...custody.counts, entries: chain.entries },
    problems: [
      ...originals.problems,
      ...custody.problems,
      ...chain.problems.map(({ seq, problem }) => ({ code: `CHAIN_${problem}` as const, name: String(seq) })),
    ],
  }
}
