import { merkleRoot } from '../../vault/merkle.ts'

/**
 * What proves that the tree over `leaves` is that over its first `size` leaves with more after them: node hashes, as RFC 9162,
 * 2.1.4.1 puts them in order. Empty where the two are one tree. Hashes every leaf once; throws `RangeError` for a size that
 * is none of a tree before this one.
 */
export function consistencyPath(leaves: readonly string[], size: number): string[] {
  if (!Number.isInteger(size) || size < 1 || size > leaves.length) throw new RangeError('No such tree')
  return pathIn(leaves, size, true)
}

/** `SUBPROOF(m, D[n], b)` of the RFC. */
function pathIn(leaves: readonly string[], size: number, isWhole: boolean): string[] {
  if (size === leaves.length) return isWhole ? [] : [merkleRoot(leaves)]
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return size <= split
    ? [...pathIn(left, size, isWhole), merkleRoot(right)]
    : [...pathIn(right, size - split, false), merkleRoot(left)]
}
