import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Reader } from '../../store/store.ts'
import { createMerkleTree, type MerkleTree } from '../../vault/merkle.ts'
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

/** What a proof is to hold at most; older receipts can be held against the custody record. */
const MOST_RECEIPTS = 16
/** Originals asked for at a time: about 100 µs each, and a call that waits is let in between (0004). */
const SLICE = 100

/**
 * The proof for these originals against the chain as it stands when asked. The first line of custody of each is what is
 * proven. Throws `TypeError` where an original has none.
 */
export async function composeProof(reader: Reader, { storeId, caseId, files }: ProofOrder): Promise<Proof> {
  const wanted = new Map<string, string>()
  for await (const { sha256 } of inSlices(files))
    for (const id of listIntakeIds(reader, caseId, sha256)) wanted.set(id, sha256)
  const size = findHead(reader)?.seq ?? 0
  const tree = createMerkleTree()
  const taken = new Map<string, { seq: number; entry: string }>()
  const ends = { first: '', last: '', head: '' }
  await readChain(reader, size, ({ seq, entry }, hash) => {
    tree.add(hash)
    if (seq === 1) ends.first = entry
    ends.last = entry
    ends.head = hash
    const sha256 = entry.includes('"act":"intake.taken"') ? wanted.get(objectOf(entry)) : undefined
    if (sha256 !== undefined && !taken.has(sha256)) taken.set(sha256, { seq, entry })
  })
  const place = (seq: number, entry: string) => ({ entry, branch: tree.branch(seq - 1) })
  const items: Proof['items'] = []
  for await (const { path, sha256 } of inSlices(files.toSorted(byPath))) {
    const found = taken.get(sha256)
    if (!found) throw new TypeError('An original without a line of custody')
    const salt = getSalt(reader, sha256)
    items.push({ path, sha256, salt, seq: found.seq, ...place(found.seq, found.entry) })
  }
  return {
    format: 'redchop-proof',
    version: 1,
    storeId,
    tree: { size, root: tree.root, head: ends.head },
    first: place(1, ends.first),
    last: place(size, ends.last),
    items,
    receipts: receiptsBefore(reader, tree),
  }
}

/** The elements, with the thread let go between slices of them. */
async function* inSlices<T>(all: readonly T[]): AsyncGenerator<T> {
  for (const [at, each] of all.entries()) {
    if (at % SLICE === SLICE - 1) await setImmediate()
    yield each
  }
}

const byPath = (a: ProvenFile, b: ProvenFile): number =>
  Buffer.compare(Buffer.from(a.path), Buffer.from(b.path))

const objectOf = (entry: string): string => /"object":"([^"]*)"/u.exec(entry)?.[1] ?? ''

const issued = z.looseObject({ facts: z.looseObject({ seq: z.int().positive() }) })

/** The states that receipts were issued for, newest sixteen, each with its proof. */
function receiptsBefore(reader: Reader, tree: MerkleTree): Proof['receipts'] {
  const seqs = listRecords(reader, ['receipt.issued'], MOST_RECEIPTS).map(
    ({ entry }) => issued.parse(JSON.parse(entry)).facts.seq,
  )
  return [...new Set(seqs)]
    .filter((seq) => seq < tree.size)
    .map((seq) => ({ seq, root: tree.rootAt(seq), path: tree.consistency(seq) }))
}
