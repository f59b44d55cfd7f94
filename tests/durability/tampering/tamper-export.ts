import { sha256Of } from './custody-record.ts'
import { type ExportFiles, type Proof, proofIn, withProof } from './exhibit-export.ts'
import type { SeededRandom } from './seeded-random.ts'

interface Attack {
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
  'missing file': (attack) => {
    const files = new Map(attack.files)
    files.delete(attack.random.pick([...files.keys()]))
    return files
  },
} as const satisfies Record<string, (attack: Attack) => ExportFiles>

export type ExportKind = keyof typeof EXPORT_KINDS

export function tamperExport(files: ExportFiles, kind: ExportKind, random: SeededRandom): ExportFiles {
  const proof = proofIn(files)
  const one = random.below(proof.items.length)
  const other = (one + 1 + random.below(proof.items.length - 1)) % proof.items.length
  return EXPORT_KINDS[kind]({ files, proof, one, other, random })
}
