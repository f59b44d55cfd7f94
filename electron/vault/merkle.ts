import { hash } from 'node:crypto'

/** Root of the tree over no leaves: SHA-256 of nothing (RFC 9162, 2.1.1). */
export const EMPTY_ROOT = hash('sha256', '', 'hex')

const HASH_BYTES = 32

/** A tree over leaves that were hashed before (`entryHash`), all as lower-case hex, in memory: 64 bytes for each leaf. */
export interface MerkleTree {
  readonly size: number
  readonly root: string
  /** The root of the tree over the first `size` leaves alone. Throws `RangeError` where there are not so many. */
  rootAt(size: number): string
  /**
   * What proves that the leaf at `index`, counted from 0, is in the tree: the nodes beside its way to the root, lowest first
   * (RFC 9162, 2.1.3.1). Throws `RangeError` where there is no such leaf.
   */
  branch(index: number): string[]
  /**
   * What proves that this is the tree over the first `size` leaves with more after them (RFC 9162, 2.1.4.1); empty where the
   * two are one. Throws `RangeError` for a size that is none of a tree before this one.
   */
  consistency(size: number): string[]
}

/** One leaf, and the claim that it stands at `index` (from 0) in the tree of `size` leaves with this `root`. */
export interface Inclusion {
  readonly leaf: string
  readonly index: number
  readonly size: number
  readonly branch: readonly string[]
  readonly root: string
}

/** An earlier tree, and the claim that the one of `size` leaves with this `root` is it with more after it. */
export interface Consistency {
  readonly earlier: { readonly size: number; readonly root: string; readonly path: readonly string[] }
  readonly size: number
  readonly root: string
}

/** The whole tree over these leaves, for many proofs of it. */
export function merkleTree(leaves: Iterable<string>): MerkleTree {
  const tree = createMerkleTree()
  for (const leaf of leaves) tree.add(leaf)
  return tree
}

/**
 * A whole tree that grows leaf by leaf, with one hash for each on the average. It keeps the nodes over full pairs; those at its
 * right edge, which the next leaf changes, are made where they are asked for.
 */
export function createMerkleTree(): MerkleTree & { add(leaf: string): void } {
  const levels: Level[] = []
  const rootAt = (size: number): string => edge(levels, size, levels.length)?.toString('hex') ?? EMPTY_ROOT
  return {
    get size() {
      return sizeOf(levels)
    },
    get root() {
      return rootAt(sizeOf(levels))
    },
    add(leaf) {
      let node = hashBytes(leaf)
      for (let height = 0; ; height += 1) {
        levels[height] ??= createLevel()
        const left = levels[height]?.add(node)
        if (!left) return
        node = join(left, node)
      }
    },
    rootAt(size) {
      refuse(!Number.isInteger(size) || size < 0 || size > sizeOf(levels))
      return rootAt(size)
    },
    branch(index) {
      refuse(!Number.isInteger(index) || index < 0 || index >= sizeOf(levels))
      return beside(levels, index, 0)
    },
    consistency(size) {
      refuse(!Number.isInteger(size) || size < 1 || size > sizeOf(levels))
      if (size === sizeOf(levels)) return []
      // The largest subtree that ends where the earlier tree does; where it is all of that, its root is known.
      let height = 0
      while (size % 2 ** (height + 1) === 0) height += 1
      const last = size === 2 ** height ? undefined : levels[height]?.node(size / 2 ** height - 1)
      return [...(last ? [last.toString('hex')] : []), ...beside(levels, size - 1, height)]
    },
  }
}

function refuse(isNone: boolean): void {
  if (isNone) throw new RangeError('No such tree, or no such leaf in it')
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
  return climb([index, size - 1], leaf, branch)?.now === root
}

/** Whether the tree is that of the earlier root with more leaves after its own (RFC 9162, 2.1.4.2). False for the malformed, too. */
export function provesConsistency({ earlier, size, root }: Consistency): boolean {
  const { path } = earlier
  if (!Number.isSafeInteger(earlier.size) || !Number.isSafeInteger(size)) return false
  if (earlier.size < 1 || earlier.size >= size || path.length === 0) return false
  if (![earlier.root, root, ...path].every(isHash)) return false
  let [at, last] = [earlier.size - 1, size - 1]
  for (; at % 2 === 1; at = Math.floor(at / 2)) last = Math.floor(last / 2)
  // Nothing is left of the way to a full tree: its root is where the path begins.
  const [start = '', ...rest] = at === 0 ? [earlier.root, ...path] : path
  const top = climb([at, last], start, rest)
  return top?.old === earlier.root && top.now === root
}

/** Follows a path of nodes up two trees at once; undefined where it ends below their tops or goes on above them. */
function climb(
  [from, to]: readonly [number, number],
  start: string,
  path: readonly string[],
): { old: string; now: string } | undefined {
  let [at, last, old, now] = [from, to, hashBytes(start), hashBytes(start)]
  for (const beside of path.map(hashBytes)) {
    if (last === 0) return undefined
    if (at % 2 === 1 || at === last) {
      ;[old, now] = [join(beside, old), join(beside, now)]
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else now = join(now, beside)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 ? { old: old.toString('hex'), now: now.toString('hex') } : undefined
}

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

function hashBytes(hex: string): Buffer {
  if (!isHash(hex)) throw new TypeError('Not a SHA-256 digest')
  return Buffer.from(hex, 'hex')
}

/** A node over two (RFC 9162, 2.1.1): the byte 1 keeps it apart from every leaf. */
const join = (left: Uint8Array, right: Uint8Array): Buffer =>
  hash('sha256', Buffer.concat([Buffer.of(1), left, right]), 'buffer')

/** Nodes of one height, from the left. */
interface Level {
  count(): number
  /** Undefined where there is none yet. */
  node(at: number): Buffer | undefined
  /** Puts a node at the right end; the one to its left where they are a pair. */
  add(node: Uint8Array): Buffer | undefined
}

function createLevel(): Level {
  let [bytes, count] = [Buffer.alloc(HASH_BYTES * 2), 0]
  const node = (at: number): Buffer | undefined =>
    at >= 0 && at < count ? bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES) : undefined
  return {
    count: () => count,
    node,
    add(added) {
      if (count * HASH_BYTES === bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length)])
      bytes.set(added, count * HASH_BYTES)
      count += 1
      return count % 2 === 0 ? node(count - 2) : undefined
    },
  }
}

const sizeOf = (levels: readonly Level[]): number => levels[0]?.count() ?? 0

/** The root over those of the first `size` leaves that stand to the right of their last full subtree of this height. */
function edge(levels: readonly Level[], size: number, height: number): Buffer | undefined {
  let right: Buffer | undefined
  for (const [low, level] of levels.slice(0, height).entries()) {
    const at = Math.floor(size / 2 ** low) - 1
    const left = at % 2 === 0 ? level.node(at) : undefined
    right = left && right ? join(left, right) : (left ?? right)
  }
  return right
}

/** The nodes beside the way of a leaf to the root, from a height on. */
function beside(levels: readonly Level[], index: number, from: number): string[] {
  const size = sizeOf(levels)
  return levels.flatMap((level, height) => {
    const at = Math.floor(index / 2 ** height) ^ 1
    if (height < from || at * 2 ** height >= size) return []
    return (level.node(at) ?? edge(levels, size, height))?.toString('hex') ?? []
  })
}
