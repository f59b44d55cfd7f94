import { z } from 'zod'
import type { Reader } from '../../store/store.ts'
import { merkleRoot, merkleTree } from '../../vault/merkle.ts'
import { consistencyPath } from './consistency.ts'
import { findHead, getSalt, listIntakeIds, listRecords } from './custody-store.ts'
import type { Proof } from './proof.ts'
import { readChain } from './read-chain.ts'

/** An original as it lies in an export. */
export interface ProvenFile {
  path: string
  sha256: string
}

export interface ProofOrder {
  storeId: string
  caseId: string
  files: readonly ProvenFile[]
}

/** Each receipt costs a pass over the tree; older ones can be held against the custody record. */
const MOST_RECEIPTS = 16

/**
 * The proof for these originals against the chain as it stands when asked. The first line of custody of each is what is
 * proven. Throws `TypeError` where an original has none.
 */
export async function composeProof(reader: Reader, { storeId, caseId, files }: ProofOrder): Promise<Proof> {
  const size = findHead(reader)?.seq ?? 0
  const wanted = new Map(
    files.flatMap(({ sha256 }) => listIntakeIds(reader, caseId, sha256).map((id) => [id, sha256] as const)),
  )
  const leaves: string[] = []
  const taken = new Map<string, { seq: number; entry: string }>()
  const ends = { first: '', last: '' }
  await readChain(reader, size, ({ seq, entry }, hash) => {
    leaves.push(hash)
    if (seq === 1) ends.first = entry
    ends.last = entry
    const sha256 = entry.includes('"act":"intake.taken"') ? wanted.get(objectOf(entry)) : undefined
    if (sha256 !== undefined && !taken.has(sha256)) taken.set(sha256, { seq, entry })
  })
  const tree = merkleTree(leaves)
  const place = (seq: number, entry: string) => ({ entry, branch: tree.branch(seq - 1) })
  return {
    format: 'redchop-proof',
    version: 1,
    storeId,
    tree: { size, root: tree.root, head: leaves.at(-1) ?? '' },
    first: place(1, ends.first),
    last: place(size, ends.last),
    items: files.toSorted(byPath).map(({ path, sha256 }) => {
      const found = taken.get(sha256)
      if (!found) throw new TypeError('An original without a line of custody')
      const salt = getSalt(reader, sha256)
      return { path, sha256, salt, seq: found.seq, ...place(found.seq, found.entry) }
    }),
    receipts: receiptsBefore(reader, leaves),
  }
}

const byPath = (a: ProvenFile, b: ProvenFile): number =>
  Buffer.compare(Buffer.from(a.path), Buffer.from(b.path))

const objectOf = (entry: string): string => /"object":"([^"]*)"/u.exec(entry)?.[1] ?? ''

const issued = z.looseObject({ facts: z.looseObject({ seq: z.int().positive() }) })

/** The states that receipts were issued for, newest sixteen, each with its proof. */
function receiptsBefore(reader: Reader, leaves: readonly string[]): Proof['receipts'] {
  const seqs = listRecords(reader, ['receipt.issued'], MOST_RECEIPTS).map(
    ({ entry }) => issued.parse(JSON.parse(entry)).facts.seq,
  )
  return [...new Set(seqs)]
    .filter((seq) => seq < leaves.length)
    .map((seq) => ({ seq, root: merkleRoot(leaves.slice(0, seq)), path: consistencyPath(leaves, seq) }))
}
