import { z } from 'zod'

/** Where the proof lies in an exhibit export. */
export const PROOF_FILE = 'proof.json'

const hash = z.string().regex(/^[0-9a-f]{64}$/u)
const seq = z.int().positive()
const placed = z.strictObject({
  /** Canonical text of an entry of the audit chain. */
  entry: z.string(),
  /** The nodes beside its way to the root, lowest first (RFC 9162, 2.1.3.1). */
  branch: z.array(hash),
})

/**
 * `proof.json`, canonical: shows of each original in an export that it came into the vault when its entry says, without
 * showing the other entries. `docs/formats/custody.md` tells how it is checked.
 */
export const proof = z.strictObject({
  format: z.literal('redchop-proof'),
  version: z.literal(1),
  storeId: z.uuid(),
  /** The Merkle tree over all entries when the export was made, and the hash of the newest. */
  tree: z.strictObject({ size: seq, root: hash, head: hash }),
  /** The first entry, which binds the tree to the vault, and the newest, which binds it to its head. */
  first: placed,
  last: placed,
  /** One for each original, by the bytes of their paths. */
  items: z.array(placed.extend({ path: z.string(), sha256: hash, salt: hash, seq })),
  /** States of the chain that receipts were issued for, each with the proof that this tree continues it (RFC 9162, 2.1.4). */
  receipts: z.array(z.strictObject({ seq, root: hash, path: z.array(hash) })),
})
export type Proof = z.infer<typeof proof>
