import canonicalize from 'canonicalize'
import { asc, gt } from 'drizzle-orm'
import { z } from 'zod'
import { auditEntries } from '../store/schema/index.ts'
import type { Reader } from '../store/store.ts'
import { entryHash } from './audit-entry.ts'
import { createMerkleRoot } from './merkle.ts'

/**
 * What is wrong at one place of the chain: an entry is missing before it, its text is not canonical, its text was altered,
 * it links to another entry than the one before it, or the columns beside it say something else.
 */
export type AuditProblem = 'MISSING_BEFORE' | 'NOT_CANONICAL' | 'ALTERED' | 'WRONG_LINK' | 'COLUMNS_DIFFER'

export interface AuditReport {
  readonly entries: number
  /** Hash of the last entry; undefined for an empty chain. */
  readonly head: string | undefined
  /** Root of the Merkle tree over all entries, as they stand there. */
  readonly root: string
  readonly problems: readonly { readonly seq: number; readonly problem: AuditProblem }[]
}

const PAGE = 1_000

/** An entry as this version writes it: nothing missing, nothing besides. */
const link = z.strictObject({
  v: z.literal(1),
  seq: z.int(),
  prev: z.string(),
  at: z.string(),
  clock: z.enum(['ok', 'regressed']),
  boot: z.string(),
  mono: z.int(),
  actor: z.string(),
  app: z.string(),
  act: z.string(),
  object: z.string(),
  commit: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.int(), z.boolean()])),
})

type Row = typeof auditEntries.$inferSelect

/** Checks every entry against its hash, its place and the entry before it. Entries cut off at the end leave no trace here. */
export function verifyChain(reader: Reader, firstLink: string): AuditReport {
  const problems: { seq: number; problem: AuditProblem }[] = []
  const tree = createMerkleRoot()
  let entries = 0
  let last = { seq: 0, hash: firstLink }
  for (const row of rows(reader)) {
    const hash = entryHash(row.entry)
    tree.add(hash)
    for (const problem of problemsOf(row, hash, last)) problems.push({ seq: row.seq, problem })
    last = row
    entries += 1
  }
  return { entries, head: entries > 0 ? last.hash : undefined, root: tree.root(), problems }
}

function* rows(reader: Reader): Generator<Row> {
  for (let after = 0; ; ) {
    const page = reader
      .select()
      .from(auditEntries)
      .where(gt(auditEntries.seq, after))
      .orderBy(asc(auditEntries.seq))
      .limit(PAGE)
      .all()
    yield* page
    if (page.length < PAGE) return
    after = page[PAGE - 1]?.seq ?? after
  }
}

function problemsOf(row: Row, hash: string, before: { seq: number; hash: string }): AuditProblem[] {
  const entry = parseEntry(row.entry)
  if (!entry) return ['NOT_CANONICAL']
  const problems: AuditProblem[] = []
  if (row.seq !== before.seq + 1) problems.push('MISSING_BEFORE')
  if (hash !== row.hash) problems.push('ALTERED')
  if (entry.prev !== before.hash) problems.push('WRONG_LINK')
  const { seq, at, act, object } = entry
  if (seq !== row.seq || at !== row.at || act !== row.act || object !== row.objectId)
    problems.push('COLUMNS_DIFFER')
  return problems
}

function parseEntry(text: string): z.infer<typeof link> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return canonicalize(value) === text ? link.safeParse(value).data : undefined
  } catch {
    return undefined
  }
}
