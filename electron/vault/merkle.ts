import { hash } from 'node:crypto'

/** Root of the tree over no leaves: SHA-256 of nothing (RFC 9162, 2.1.1). */
export const EMPTY_ROOT = hash('sha256', '', 'hex')

const HASH_BYTES = 32

/** A tree over leaves that were hashed before (`entryHash`), all as lower-case hex. */
export interface MerkleTree {
  readonly size: number
  readonly root: string
  /**
   * What proves that the leaf at `index`, counted from 0, is in the tree: the nodes beside its way to the root, lowest first
   * (RFC 9162, 2.1.3.1). Throws `RangeError` where there is no such leaf.
   */
  branch(index: number): string[]
}

/** One leaf, and the claim that it stands at `index` (from 0) in the tree of `size` leaves with this `root`. */
export interface Inclusion {
  readonly leaf: string
  readonly index: number
  readonly size: number
  readonly branch: readonly string[]
  readonly root: string
}

/**
 * The whole tree in memory, 64 bytes for each leaf: for many proofs of one tree. Pairs are joined level by level and a last
 * node without a neighbour moves up as it is, which gives the tree that RFC 9162, 2.1.1 defines by halving.
 */
export function merkleTree(leaves: Iterable<string>): MerkleTree {
  const levels = [bytesOfAll(leaves)]
  const size = countOf(levels[0])
  for (let level = levels[0]; level && countOf(level) > 1; level = levels.at(-1))
    levels.push(levelAbove(level))
  return {
    size,
    root: size === 0 ? EMPTY_ROOT : nodeAt(levels.at(-1), 0).toString('hex'),
    branch(index) {
      if (!Number.isInteger(index) || index < 0 || index >= size) throw new RangeError('No such leaf')
      return levels.flatMap((level, height) => {
        const beside = Math.floor(index / 2 ** height) ^ 1
        return beside < countOf(level) ? [nodeAt(level, beside).toString('hex')] : []
      })
    },
  }
}

/** The root alone, over any number of leaves, holding no more than one node for each level. */
export function merkleRoot(leaves: Iterable<string>): string {
  const root = createMerkleRoot()
  for (const leaf of leaves) root.add(leaf)
  return root.root()
}

/** The root of a tree that grows: add leaves, ask at any size. */
export function createMerkleRoot(): { add(leaf: string): void; root(): string } {
  // One whole subtree for each bit of the number of leaves; the highest first.
  const peaks: Buffer[] = []
  let size = 0
  return {
    add(leaf) {
      let node: Buffer = hashBytes(leaf)
      for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2))
        node = join(peaks.pop() ?? node, node)
      peaks.push(node)
      size += 1
    },
    root() {
      const joined = peaks.reduceRight<Buffer | undefined>(
        (right, left) => (right ? join(left, right) : left),
        undefined,
      )
      return joined?.toString('hex') ?? EMPTY_ROOT
    },
  }
}

/** Whether the branch leads from the leaf to the root (RFC 9162, 2.1.3.2). False for whatever is malformed, too. */
export function provesInclusion({ leaf, index, size, branch, root }: Inclusion): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  if (![leaf, root, ...branch].every(isHash)) return false
  let [at, last] = [index, size - 1]
  let node: Buffer = hashBytes(leaf)
  for (const beside of branch) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      node = join(hashBytes(beside), node)
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else node = join(node, hashBytes(beside))
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 && node.toString('hex') === root
}

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

function hashBytes(hex: string): Buffer {
  if (!isHash(hex)) throw new TypeError('Not a SHA-256 digest')
  return Buffer.from(hex, 'hex')
}

/** A node over two (RFC 9162, 2.1.1): the byte 1 keeps it apart from every leaf. */
const join = (left: Uint8Array, right: Uint8Array): Buffer =>
  hash('sha256', Buffer.concat([Buffer.of(1), left, right]), 'buffer')

const bytesOfAll = (leaves: Iterable<string>): Buffer => Buffer.concat(Array.from(leaves, hashBytes))
const countOf = (level: Buffer | undefined): number => (level?.length ?? 0) / HASH_BYTES
const nodeAt = (level: Buffer | undefined, at: number): Buffer =>
  (level ?? Buffer.alloc(0)).subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)

function levelAbove(level: Buffer): Buffer {
  const above = Buffer.alloc(Math.ceil(countOf(level) / 2) * HASH_BYTES)
  for (let at = 0; at < countOf(level); at += 2) {
    const left = nodeAt(level, at)
    const right = nodeAt(level, at + 1)
    above.set(right.length === 0 ? left : join(left, right), (at / 2) * HASH_BYTES)
  }
  return above
}
