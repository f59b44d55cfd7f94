import type { Reader } from '../../store/store.ts'
import { commitmentTo } from '../../vault/commitment.ts'
import {
  listExportSums,
  listIntakes,
  listIntakesWithoutMessage,
  listIntakesWithoutOriginal,
  listMessagesWithoutOriginal,
} from './custody-store.ts'
import { type Recorded, readEntries } from './read-entries.ts'
import type { Problem, VerificationReport } from './report.ts'

export type CustodyProblem =
  /** The chain records an intake of which the custody record has no line. */
  | 'INTAKE_MISSING'
  /** A line of custody that the chain knows nothing of. */
  | 'INTAKE_NOT_RECORDED'
  /** Line and chain name different messages, or digest and salt of the original do not open the commitment to it. */
  | 'INTAKE_DIFFERS'
  | 'INTAKE_WITHOUT_ORIGINAL'
  | 'INTAKE_WITHOUT_MESSAGE'
  | 'MESSAGE_WITHOUT_ORIGINAL'
  | 'EXPORT_MISSING'
  | 'EXPORT_NOT_RECORDED'
  | 'EXPORT_DIFFERS'

type Report = VerificationReport<'intakes' | 'exports', CustodyProblem>

/**
 * Holds the records beside the chain against it: lines of custody and of exports that were added, removed or altered with
 * a database tool show here, for the chain cannot be altered with them unseen.
 */
export function verifyCustody(reader: Reader): Report {
  const intakes = listIntakes(reader)
  const exports = listExportSums(reader)
  const withoutOriginal = listIntakesWithoutOriginal(reader)
  const unopenable = new Set(withoutOriginal)
  const problems = [
    ...compare({
      stored: new Map(
        intakes.map(({ id, messageId, sha256, salt }) => [
          id,
          `${messageId ?? undefined} ${open(sha256, salt)}`,
        ]),
      ),
      recorded: recordedAs(
        reader,
        ['intake.taken', 'intake.skipped'],
        ({ object, facts, commit }) => `${facts.message} ${unopenable.has(object) ? null : commit}`,
      ),
      codes: { gone: 'INTAKE_MISSING', unknown: 'INTAKE_NOT_RECORDED', other: 'INTAKE_DIFFERS' },
    }),
    ...compare({
      stored: new Map(exports.map((row) => [row.id, row.manifestSha256])),
      recorded: recordedAs(reader, ['exhibits.exported'], ({ facts }) => `${facts.manifest}`),
      codes: { gone: 'EXPORT_MISSING', unknown: 'EXPORT_NOT_RECORDED', other: 'EXPORT_DIFFERS' },
    }),
    ...withoutOriginal.map((name) => ({ code: 'INTAKE_WITHOUT_ORIGINAL' as const, name })),
    ...listIntakesWithoutMessage(reader).map((name) => ({
      code: 'INTAKE_WITHOUT_MESSAGE' as const,
      name,
    })),
    ...listMessagesWithoutOriginal(reader).map((name) => ({
      code: 'MESSAGE_WITHOUT_ORIGINAL' as const,
      name,
    })),
  ]
  return { counts: { intakes: intakes.length, exports: exports.length }, problems }
}

interface Comparison {
  /** What each row says, by its id. */
  stored: ReadonlyMap<string, string>
  /** What the chain says of each, by the same id. */
  recorded: ReadonlyMap<string, string>
  codes: Record<'gone' | 'unknown' | 'other', CustodyProblem>
}

function compare({ stored, recorded, codes }: Comparison): Problem<CustodyProblem>[] {
  const problems: Problem<CustodyProblem>[] = []
  for (const [name, said] of recorded) {
    const found = stored.get(name)
    if (found === undefined) problems.push({ code: codes.gone, name })
    else if (found !== said) problems.push({ code: codes.other, name })
  }
  for (const name of stored.keys()) if (!recorded.has(name)) problems.push({ code: codes.unknown, name })
  return problems
}

function recordedAs(
  reader: Reader,
  acts: readonly string[],
  say: (entry: Recorded) => string,
): Map<string, string> {
  const recorded = new Map<string, string>()
  for (const entry of readEntries(reader, acts)) recorded.set(entry.object, say(entry))
  return recorded
}

/** The commitment that digest and salt make; one that a forger made something else of opens nothing. */
function open(sha256: string | null, salt: string | null): string | null {
  if (sha256 === null || salt === null) return null
  try {
    return commitmentTo({ sha256, salt })
  } catch {
    return 'unopened'
  }
}
