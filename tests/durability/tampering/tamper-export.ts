import { type CustodyRecord, chainAnew, sha256Of, textOf } from './custody-record.ts'
import { type ExportFiles, makeExport, type Proof, proofIn, withProof } from './exhibit-export.ts'
import type { SeededRandom } from './seeded-random.ts'

interface Attack {
  record: CustodyRecord
  files: ExportFiles
  proof: Proof
  /** Two places of different items in the proof, from 0. */
  one: number
  other: number
  random: SeededRandom
}

/** One bit of the bytes turned over. */
function flipped(bytes: Buffer, random: SeededRandom): Buffer {
  const altered = Buffer.from(bytes)
  const at = random.below(altered.length)
  altered.writeUInt8(altered.readUInt8(at) ^ (1 << random.below(8)), at)
  return altered
}

/** What one item says, and that of another put in its place. */
function exchange(
  proof: Proof,
  { one, other }: Attack,
  keys: readonly ('salt' | 'entry' | 'branch' | 'seq')[],
): Proof {
  const [mine, theirs] = [proof.items[one], proof.items[other]]
  if (!mine || !theirs) throw new TypeError('No such items')
  const swapped = { ...mine, ...Object.fromEntries(keys.map((key) => [key, theirs[key]])) }
  return { ...proof, items: proof.items.with(one, swapped) }
}

function pathOf({ proof, one }: Attack): string {
  const item = proof.items[one]
  if (!item) throw new TypeError('No such item')
  return item.path
}

/** A receipt in the proof that says something else. */
function withAlteredReceipt({ files, proof, random }: Attack): ExportFiles {
  const at = random.below(proof.receipts.length)
  const { seq, root, path } = proof.receipts[at] ?? { seq: 0, root: '', path: [] }
  const altered = random.pick([
    { seq, root: random.hex(32), path },
    { seq, root, path: path.with(random.below(path.length), random.hex(32)) },
    { seq, root, path: path.slice(1) },
    { seq: seq + 1, root, path },
  ])
  return withProof(files, { ...proof, receipts: proof.receipts.with(at, altered) })
}

/** An export of the record with one intake written otherwise, and everything after it linked anew. */
function exportOf({ record, random }: Attack, change: (entry: { facts: object }) => object): ExportFiles {
  const place = random.pick([...record.openings.keys()])
  const entry: { facts: object } = JSON.parse(record.lines[place] ?? '')
  const lines = chainAnew(record.storeId, record.lines.with(place, textOf(change(entry))), place)
  return makeExport({ ...record, lines })
}

/** Lists each file whose name has another form in Unicode under both of them; there it is under one. */
function listedTwice({ files, proof, ...attack }: Attack): ExportFiles {
  const path = pathOf({ files, proof, ...attack })
  const made = withProof(new Map(files).set(path.normalize('NFD'), files.get(path) ?? Buffer.of()), proof)
  made.delete(path.normalize('NFD'))
  return made
}

/**
 * The kinds. In the plain ones a file lies there otherwise than listed; in the others the attacker makes both manifests anew
 * and, where it helps him, the digests in the proof: what finds him is the commitment, the entry and the tree.
 */
export const EXPORT_KINDS = {
  'altered file': (attack) => {
    const path = attack.random.pick([...attack.files.keys()])
    return new Map(attack.files).set(path, flipped(attack.files.get(path) ?? Buffer.of(), attack.random))
  },
  'altered original, sums anew': (attack) => {
    const path = pathOf(attack)
    const bytes = flipped(attack.files.get(path) ?? Buffer.of(), attack.random)
    const items = attack.proof.items.map((item) =>
      item.path === path ? { ...item, sha256: sha256Of(bytes) } : item,
    )
    return withProof(new Map(attack.files).set(path, bytes), { ...attack.proof, items })
  },
  'swapped salt': (attack) => withProof(attack.files, exchange(attack.proof, attack, ['salt'])),
  'swapped entry': (attack) =>
    withProof(attack.files, exchange(attack.proof, attack, ['entry', 'seq', 'branch'])),
  'swapped branch': (attack) => withProof(attack.files, exchange(attack.proof, attack, ['branch'])),
  'another vault': (attack) => withProof(attack.files, { ...attack.proof, storeId: attack.random.uuid() }),
  'another head': (attack) =>
    withProof(attack.files, { ...attack.proof, tree: { ...attack.proof.tree, head: attack.random.hex(32) } }),
  'extra file': (attack) =>
    new Map(attack.files).set(`originals/${attack.random.hex(4)}.eml`, Buffer.from('more')),
  'extra original, sums anew': (attack) => {
    const item = attack.proof.items[attack.one]
    if (!item) throw new TypeError('No such item')
    const bytes = Buffer.from('From: nobody@example.test\r\n\r\n')
    const added = { ...item, path: 'originals/龥.eml', sha256: sha256Of(bytes) }
    const proof = { ...attack.proof, items: [...attack.proof.items, added] }
    return withProof(new Map(attack.files).set(added.path, bytes), proof)
  },
  'altered receipt, sums anew': withAlteredReceipt,
  'items out of order, sums anew': (attack) =>
    withProof(attack.files, { ...attack.proof, items: attack.proof.items.toReversed() }),
  'item twice, sums anew': (attack) => {
    const items = attack.proof.items.flatMap((item, at) => (at === attack.one ? [item, item] : [item]))
    return withProof(attack.files, { ...attack.proof, items })
  },
  'entry of another size': (attack) =>
    exportOf(attack, (entry) => ({ ...entry, facts: { ...entry.facts, sizeBytes: 1_000 } })),
  'entry with more in it': (attack) => exportOf(attack, (entry) => ({ ...entry, w: 1 })),
  'one file under two names': listedTwice,
  'sums out of order': (attack) => {
    const lines = String(attack.files.get('manifest.sha256')).trimEnd().split('\n').toReversed()
    return new Map(attack.files).set('manifest.sha256', Buffer.from(`${lines.join('\n')}\n`))
  },
  'missing file': (attack) => {
    const files = new Map(attack.files)
    files.delete(attack.random.pick([...files.keys()]))
    return files
  },
} as const satisfies Record<string, (attack: Attack) => ExportFiles>

export type ExportKind = keyof typeof EXPORT_KINDS

export function tamperExport(record: CustodyRecord, kind: ExportKind, random: SeededRandom): ExportFiles {
  const files = makeExport(record)
  const proof = proofIn(files)
  const one = random.below(proof.items.length)
  const other = (one + 1 + random.below(proof.items.length - 1)) % proof.items.length
  return EXPORT_KINDS[kind]({ record, files, proof, one, other, random })
}
