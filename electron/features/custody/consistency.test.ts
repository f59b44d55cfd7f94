import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { merkleRoot } from '../../vault/merkle.ts'
import { consistencyPath } from './consistency.ts'

const leaf = (text: string): string => createHash('sha256').update(text).digest('hex')
const leaves = Array.from({ length: 20 }, (_, at) => leaf(String(at)))
const node = (left: string, right: string): string =>
  createHash('sha256')
    .update(Buffer.from(`01${left}${right}`, 'hex'))
    .digest('hex')

test('the seven leaves of RFC 9162, 2.1.5', () => {
  const seven = leaves.slice(0, 7)
  const [a = '', b = '', c = '', d = '', e = '', f = '', j = ''] = seven
  const [g, h, i] = [node(a, b), node(c, d), node(e, f)]
  const [k, l] = [node(g, h), node(i, j)]
  expect(consistencyPath(seven, 3)).toEqual([c, d, g, l])
  expect(consistencyPath(seven, 4)).toEqual([l])
  expect(consistencyPath(seven, 6)).toEqual([i, j, k])
  expect(consistencyPath(seven, 7)).toEqual([])
})

test('every pair of sizes is proven, and not by the path of another', () => {
  for (let size = 1; size <= leaves.length; size += 1)
    for (let earlier = 1; earlier < size; earlier += 1) {
      const tree = leaves.slice(0, size)
      const path = consistencyPath(tree, earlier)
      const claim = {
        seq: earlier,
        oldRoot: merkleRoot(tree.slice(0, earlier)),
        size,
        root: merkleRoot(tree),
        path,
      }
      expect(isConsistent(claim), `${earlier} of ${size}`).toBe(true)
      expect(isConsistent({ ...claim, oldRoot: leaf('x') })).toBe(false)
      expect(isConsistent({ ...claim, root: leaf('x') })).toBe(false)
    }
})

/** RFC 9162, 2.1.4.2, word for word. */
function isConsistent(claim: {
  seq: number
  oldRoot: string
  size: number
  root: string
  path: string[]
}): boolean {
  const { seq, oldRoot, size, root } = claim
  const path = (seq & (seq - 1)) === 0 ? [oldRoot, ...claim.path] : [...claim.path]
  let [fn, sn] = [seq - 1, size - 1]
  while (fn & 1) [fn, sn] = [fn >> 1, sn >> 1]
  let fr = path[0] ?? ''
  let sr = fr
  for (const c of path.slice(1)) {
    if (sn === 0) return false
    if (fn & 1 || fn === sn) {
      fr = node(c, fr)
      sr = node(c, sr)
      while (!(fn & 1) && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1]
    } else sr = node(sr, c)
    fn >>= 1
    sn >>= 1
  }
  return fr === oldRoot && sr === root && sn === 0
}
