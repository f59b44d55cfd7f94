import { sqliteCode } from '../../store/sqlite-errors.ts'
import type { Reader } from '../../store/store.ts'
import type { AuditProblem } from '../../vault/audit-verify.ts'
import type { OpenVault } from '../../vault/vault.ts'
import { listContradictions } from './custody-store.ts'
import type { VerificationReport } from './report.ts'
import { type CustodyProblem, verifyCustody } from './verify-custody.ts'
import { type OriginalProblem, verifyOriginals } from './verify-originals.ts'
import { type SettingsProblem, verifySettings } from './verify-settings.ts'

export type StoreProblem =
  /** Tables and indexes do not fit together; `name` is what SQLite says of it. */
  'DATABASE_CONTRADICTS' | OriginalProblem | CustodyProblem | SettingsProblem | `CHAIN_${AuditProblem}`
export type StoreReport = VerificationReport<
  'originals' | 'files' | 'intakes' | 'exports' | 'entries',
  StoreProblem
>

type Verified = Pick<OpenVault, 'store' | 'files' | 'audit'>

/**
 * Checks a whole vault again: the database against itself, every original against its digest, every link of the audit chain
 * (`name` is the number of the entry), and the custody record and the settings against the chain. Writes nothing. Reads everything twice.
 */
export async function verifyStore(vault: Verified): Promise<StoreReport> {
  const contradictions = contradictionsIn(vault.store.read).map((name) => ({
    code: 'DATABASE_CONTRADICTS' as const,
    name,
  }))
  try {
    const { counts, problems } = await verifyRecords(vault)
    return { counts, problems: [...contradictions, ...problems] }
  } catch (error) {
    // What contradicts itself cannot always be read to its end.
    if (contradictions.length === 0 || !isCorrupt(error)) throw error
    const counts = { originals: 0, files: 0, intakes: 0, exports: 0, entries: 0 }
    return { counts, problems: contradictions }
  }
}

const isCorrupt = (error: unknown): boolean => sqliteCode(error)?.startsWith('SQLITE_CORRUPT') === true

/** Where SQLite's own check cannot get through either, its code is all that it says. */
function contradictionsIn(reader: Reader): string[] {
  try {
    return listContradictions(reader)
  } catch (error) {
    if (!isCorrupt(error)) throw error
    return [sqliteCode(error) ?? '']
  }
}

async function verifyRecords({ store, files, audit }: Verified): Promise<StoreReport> {
  const chain = audit.verify(store.read)
  const custody = verifyCustody(store.read)
  const originals = await verifyOriginals(store.read, files)
  return {
    counts: { ...originals.counts, ...custody.counts, entries: chain.entries },
    problems: [
      ...originals.problems,
      ...custody.problems,
      ...verifySettings(store.read),
      ...chain.problems.map(({ seq, problem }) => ({ code: `CHAIN_${problem}` as const, name: String(seq) })),
    ],
  }
}
