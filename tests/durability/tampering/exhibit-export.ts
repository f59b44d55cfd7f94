import { composeSums } from '../../../electron/features/exhibits/manifest.ts'
import { entryHash } from '../../../electron/vault/audit-entry.ts'
import { merkleTree } from '../../../electron/vault/merkle.ts'
import { type CustodyRecord, sealOf, sha256Of, textOf } from './custody-record.ts'

/** An exhibit export in memory: the bytes of each file by its path, the two manifests and the proof among them. */
export type ExportFiles = Map<string, Buffer>

interface ProofItem {
  path: string
  sha256: string
  salt: string
  seq: number
  entry: string
  branch: string[]
}

export interface Proof {
  format: string
  version: number
  storeId: string
  tree: { size: number; root: string; head: string }
  first: { entry: string; branch: string[] }
  last: { entry: string; branch: string[] }
  items: ProofItem[]
  receipts: { seq: number; root: string; path: string[] }[]
}

/** The states of a chain of so many entries that receipts were issued for. */
export const receiptSeqs = (entries: number): number[] =>
  [3, 2].map((share) => Math.floor(entries / share)).filter((seq) => seq > 0 && seq < entries)

/** An export of every original in the record, with a paper beside them. */
export function makeExport({ storeId, lines, openings }: CustodyRecord): ExportFiles {
  const tree = merkleTree(lines.map(entryHash))
  const placed = (place: number) => ({ entry: lines[place] ?? '', branch: tree.branch(place) })
  const files: ExportFiles = new Map([['01 证据目录.docx', Buffer.from('a list')]])
  const items = [...openings].map(([place, { bytes, sha256, salt }]) => {
    const path = `originals/证据${String(place).padStart(3, '0')} é (${place}).eml`
    files.set(path, bytes)
    return { path, sha256, salt, seq: place + 1, ...placed(place) }
  })
  const { size, root, head } = sealOf(storeId, lines)
  const proof: Proof = {
    format: 'redchop-proof',
    version: 1,
    storeId,
    tree: { size: Number(size), root: String(root), head: String(head) },
    first: placed(0),
    last: placed(lines.length - 1),
    items,
    receipts: receiptSeqs(lines.length).map((seq) => ({
      seq,
      root: tree.rootAt(seq),
      path: tree.consistency(seq),
    })),
  }
  files.set('proof.json', Buffer.from(textOf(proof)))
  return sealExport(files, manifestOf(files, proof))
}

/** `manifest.json` and `manifest.sha256` over the files as they are; `manifest` is what it says beside its files. */
export function sealExport(files: ExportFiles, manifest: object): ExportFiles {
  const made = new Map([...files].filter(([path]) => !path.startsWith('manifest.')))
  const listed = [...made].map(([path, bytes]) => ({
    path,
    sha256: sha256Of(bytes),
    sizeBytes: bytes.length,
  }))
  const facts = Buffer.from(textOf({ ...manifest, files: listed }))
  made.set('manifest.json', facts)
  made.set('manifest.sha256', composeSums([...listed, { path: 'manifest.json', sha256: sha256Of(facts) }]))
  return made
}

const manifestOf = (files: ExportFiles, { tree, items }: Proof): object => ({
  format: 'redchop-exhibits',
  version: 1,
  app: 'redchop 0.1.0',
  exportId: '22222222-2222-4222-8222-222222222222',
  madeAt: '2026-11-21T09:00:00.000Z',
  wording: { proposals: '1.0.0', papers: '1.0.0' },
  language: 'zh',
  numberStyle: 'chinese',
  numbering: 'continuous',
  listPageCount: 1,
  pageCount: items.length + 1,
  exhibits: items.map(({ path }, at) => ({
    number: `证据${at + 1}`,
    pages: { first: at + 2, last: at + 2 },
    items: [
      { kind: 'message', original: { path, sha256: sha256Of(files.get(path) ?? '') }, attachments: [] },
    ],
  })),
  audit: { seq: tree.size, hash: tree.head },
})

/** The proof in these files. */
export const proofIn = (files: ExportFiles): Proof => JSON.parse(files.get('proof.json')?.toString() ?? '')

/** The files with this proof, and manifests made anew so that every sum fits. */
export function withProof(files: ExportFiles, proof: Proof): ExportFiles {
  const made = new Map(files).set('proof.json', Buffer.from(textOf(proof)))
  return sealExport(made, manifestOf(made, proof))
}
