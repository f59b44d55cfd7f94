import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY_ROOT, type Inclusion, merkleRoot, merkleTree, provesInclusion } from './merkle.ts'

const sha256 = (...parts: Uint8Array[]): string =>
  createHash('sha256').update(Buffer.concat(parts)).digest('hex')

/** The leaves that Certificate Transparency's own implementations are tested with. */
const REFERENCE = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const leaves = REFERENCE.map((hex) => sha256(Buffer.of(0), Buffer.from(hex, 'hex')))

/** RFC 9162, 2.1.1 word for word: the left half is the largest power of two below n. */
function rootByHalving(of: readonly string[]): string {
  if (of.length === 0) return sha256()
  const [only] = of
  if (of.length === 1 && only !== undefined) return only
  const half = 2 ** Math.floor(Math.log2(of.length - 1))
  const nodes = [of.slice(0, half), of.slice(half)].map((part) => Buffer.from(rootByHalving(part), 'hex'))
  return sha256(Buffer.of(1), ...nodes)
}

test.each([
  [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
])('the root over the first %i reference leaves', (size, root) => {
  expect(merkleRoot(leaves.slice(0, size))).toBe(root)
  expect(merkleTree(leaves.slice(0, size)).root).toBe(root)
})

test('the branches of the reference tree', () => {
  expect(merkleTree(leaves.slice(0, 1)).branch(0)).toEqual([])
  expect(merkleTree(leaves).branch(5)).toEqual([
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ])
  expect(merkleTree(leaves.slice(0, 3)).branch(2)).toEqual([
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  ])
  for (const index of [8, -1, 0.5, Number.NaN])
    expect(() => merkleTree(leaves).branch(index)).toThrow(RangeError)
  expect(() => merkleTree(['not a hash'])).toThrow(TypeError)
  expect(EMPTY_ROOT).toBe(merkleTree([]).root)
})

const hash = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'))
const tree = fc.array(hash, { minLength: 1, maxLength: 70 })

test('every leaf of any tree is proven, and its root is that of the definition', () => {
  fc.assert(
    fc.property(tree, (of) => {
      const { root, size, branch } = merkleTree(of)
      expect(root).toBe(rootByHalving(of))
      expect(merkleRoot(of)).toBe(root)
      of.forEach((leaf, index) => {
        expect(provesInclusion({ leaf, index, size, branch: branch(index), root })).toBe(true)
      })
    }),
    { numRuns: 100 },
  )
})

test('one change to the claim, whichever, and it is no longer proven', () => {
  const claim = fc.tuple(tree, fc.nat(), hash, fc.nat()).map(([of, at, other, which]) => {
    const index = at % of.length
    const { root, size, branch } = merkleTree(of)
    return { claim: { leaf: of[index] ?? '', index, size, branch: branch(index), root }, other, which }
  })
  fc.assert(
    fc.property(claim, ({ claim, other, which }) => {
      const { branch, index, size } = claim
      const place = which % (branch.length + 1)
      const forged: Partial<Inclusion>[] = [
        { leaf: other },
        { root: other },
        { root: claim.root.toUpperCase().replace(/^\d*$/, 'x') },
        { index: index + size },
        { index: -1 },
        { size: index },
        { branch: branch.toSpliced(place, 0, other) },
        ...(branch.length > 0 ? [{ branch: branch.toSpliced(place % branch.length, 1) }] : []),
        ...(branch.length > 0 ? [{ branch: branch.with(place % branch.length, other) }] : []),
      ]
      for (const change of forged) expect(provesInclusion({ ...claim, ...change })).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('another place in the same tree is not proven, unless its leaf and branch are the same', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(hash, { minLength: 2, maxLength: 70 }),
      fc.nat(),
      fc.nat(),
      (of, one, other) => {
        const [index, wrong] = [one % of.length, other % of.length]
        const { root, size, branch } = merkleTree(of)
        const claim = { leaf: of[index] ?? '', index: wrong, size, branch: branch(index), root }
        expect(provesInclusion(claim)).toBe(index === wrong)
      },
    ),
    { numRuns: 500 },
  )
})
