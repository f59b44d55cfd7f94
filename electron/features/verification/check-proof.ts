import { parseCanonical } from '../../platform/canonical.ts'
import { entryHash, firstLink } from '../../vault/audit-entry.ts'
import { commitmentTo } from '../../vault/commitment.ts'
import { provesConsistency, provesInclusion } from '../../vault/merkle.ts'
import { PROOF_FILE, type Proof, proof } from '../custody/index.ts'
import type { BundleManifest } from '../exhibits/index.ts'
import { parseEntry } from './chain-entry.ts'
import type { Problem } from './report.ts'

export type ProofProblem =
  /** `proof.json` is not there, not canonical, or says something else than the program writes. */
  | 'PROOF_UNREADABLE'
  /** Its tree is not bound to the vault, to its head, or to the state that the manifest names. */
  | 'PROOF_UNBOUND'
  /** An original of the manifest that it does not prove, or another that it does. */
  | 'PROOF_INCOMPLETE'
  /** An original whose digest, size, commitment, entry or branch does not lead to the root. */
  | 'PROOF_FALSE'
  /** Originals that do not stand in the order of their paths, each once. */
  | 'PROOF_ORDER'
  /** Its tree does not continue that of the receipt for the entry of this number. */
  | 'PROOF_RECEIPT'

/** `proof.json`, or undefined where it is not byte for byte what the program writes. */
export const parseProof = (bytes: Uint8Array): Proof | undefined =>
  parseCanonical(bytes, (value) => proof.parse(value))

/** Checks that each original of the manifest is proven, and each proof true, those of receipts too. */
export function checkProof(
  bytes: Uint8Array,
  { exhibits, files, audit }: BundleManifest,
): Problem<ProofProblem>[] {
  const parsed = parseProof(bytes)
  if (!parsed) return [{ code: 'PROOF_UNREADABLE', name: PROOF_FILE }]
  const { storeId, tree, first, last, items, receipts } = parsed
  const problems: Problem<ProofProblem>[] = []
  const isBound =
    leads(tree, first, 1) &&
    leads(tree, last, tree.size) &&
    parseEntry(first.entry)?.prev === firstLink(storeId) &&
    entryHash(last.entry) === tree.head &&
    audit?.seq === tree.size &&
    audit.hash === tree.head
  if (!isBound) problems.push({ code: 'PROOF_UNBOUND', name: PROOF_FILE })
  const originals = new Map(
    exhibits
      .flatMap((exhibit) => exhibit.items)
      .flatMap((item) =>
        item.kind === 'message' ? [[item.original.path, item.original.sha256] as const] : [],
      ),
  )
  const proven = new Set(items.map((item) => item.path))
  for (const path of new Set([...originals.keys(), ...proven]))
    if (!originals.has(path) || !proven.has(path)) problems.push({ code: 'PROOF_INCOMPLETE', name: path })
  const sizes = new Map(files.map(({ path, sizeBytes }) => [path, sizeBytes]))
  for (const item of items)
    if (originals.get(item.path) !== item.sha256 || !isProven(tree, item, sizes.get(item.path)))
      problems.push({ code: 'PROOF_FALSE', name: item.path })
  if (!items.every((item, at) => at === 0 || isBefore(items[at - 1]?.path ?? '', item.path)))
    problems.push({ code: 'PROOF_ORDER', name: PROOF_FILE })
  for (const { seq, root, path } of receipts)
    if (!provesConsistency({ earlier: { size: seq, root, path }, ...tree }))
      problems.push({ code: 'PROOF_RECEIPT', name: String(seq) })
  return problems
}

const isBefore = (one: string, other: string): boolean =>
  Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0

type Placed = Pick<Proof['items'][number], 'entry' | 'branch'>

const leads = ({ size, root }: Proof['tree'], { entry, branch }: Placed, seq: number): boolean =>
  parseEntry(entry)?.seq === seq &&
  provesInclusion({ leaf: entryHash(entry), index: seq - 1, size, branch, root })

function isProven(tree: Proof['tree'], item: Proof['items'][number], sizeBytes: number | undefined): boolean {
  const entry = parseEntry(item.entry)
  return (
    entry?.act === 'intake.taken' &&
    entry.facts.sizeBytes === sizeBytes &&
    entry.commit === commitmentTo(item) &&
    leads(tree, item, item.seq)
  )
}
