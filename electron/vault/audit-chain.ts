import { desc } from 'drizzle-orm'
import { canonicalBytes } from '../platform/canonical.ts'
import type { Clock } from '../platform/clock.ts'
import { factHash, isFact } from '../platform/facts.ts'
import type { Run } from '../platform/run.ts'
import { auditEntries } from '../store/schema/index.ts'
import type { Reader, Writer } from '../store/store.ts'
import { type AuditAct, type AuditActor, type AuditEntry, entryHash, firstLink } from './audit-entry.ts'
import { type AuditReport, verifyChain } from './audit-verify.ts'
import { commitmentTo } from './commitment.ts'

export interface AuditChain {
  /** Adds an entry inside the caller's transaction: the act and its record are on disk together, or neither is. */
  append(writer: Writer, act: AuditAct): AuditEntry
  /** Checks every link again, from the first. Reads the whole table. */
  verify(reader: Reader): AuditReport
}

export interface AuditContext {
  readonly storeId: string
  readonly actor: AuditActor
  /** Name and version of what writes. */
  readonly app: string
  readonly clock: Clock
  readonly run: Run
}

/** The append-only chain of one vault: each entry holds the hash of the one before it. */
export function createAuditChain({ storeId, actor, app, clock, run }: AuditContext): AuditChain {
  const first = firstLink(storeId)
  return {
    append(writer, { act, objectId, facts = {}, commit }) {
      if (!Object.values(facts).every(isFact)) throw new TypeError('Not a fact')
      const last = findLast(writer)
      const at = clock.now()
      const entry: AuditEntry = {
        v: 1,
        seq: (last?.seq ?? 0) + 1,
        prev: last?.hash ?? first,
        at,
        clock: last && at < last.at ? 'regressed' : 'ok',
        boot: run.id,
        mono: run.elapsedMs(),
        actor,
        app,
        act,
        object: objectId,
        commit: commit === undefined ? null : commitmentOf(commit),
        facts,
      }
      const text = canonicalBytes(entry).toString()
      const row = { seq: entry.seq, at, act, objectId, entry: text, hash: entryHash(text) }
      writer.insert(auditEntries).values(row).run()
      return entry
    },
    verify: (reader) => verifyChain(reader, first),
  }
}

const findLast = (reader: Reader) =>
  reader.select().from(auditEntries).orderBy(desc(auditEntries.seq)).limit(1).get()

const commitmentOf = (commit: NonNullable<AuditAct['commit']>): string =>
  typeof commit === 'string' ? factHash(commit) : commitmentTo(commit)
