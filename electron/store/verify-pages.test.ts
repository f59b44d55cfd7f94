import { randomBytes } from 'node:crypto'
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { closeConnection, connect } from './connect.ts'
import { PAGE_BYTES, pageSeal } from './page-seal.ts'
import { verifyPages } from './verify-pages.ts'

const KEY = randomBytes(32)
let file: string

/** A closed store of at least `pages` pages, some of them free: what was in them has been deleted. */
function makeStore(pages: number): Buffer {
  const raw = connect(file, KEY, true)
  raw.exec('create table t (a blob)')
  const insert = raw.prepare('insert into t values (randomblob(3000))')
  raw.transaction(() => {
    for (let row = 0; row < pages; row += 1) insert.run()
  })()
  raw.exec('delete from t where rowid % 3 = 0')
  closeConnection(raw)
  return readFileSync(file)
}

const flip = (bytes: Buffer, bit: number): void => {
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
}

beforeEach(() => {
  file = join(temporaryFolder(), 'store.db')
})

test('a store that nobody touched has no damaged page', async () => {
  const bytes = makeStore(300)
  const pages = bytes.length / PAGE_BYTES
  expect(pages).toBeGreaterThan(256)
  expect(await verifyPages(file, KEY)).toEqual({ pages, damaged: [], missing: 0 })
})

test('with another key every page is damaged', async () => {
  const pages = makeStore(5).length / PAGE_BYTES
  const { damaged } = await verifyPages(file, randomBytes(32))
  expect(damaged).toHaveLength(pages)
})

test('T4, T5: one bit flipped in any byte of a store is noticed, free pages and header included', () => {
  const bytes = makeStore(20)
  expect(bytes.length).toBeGreaterThanOrEqual(65_536)
  const sealed = pageSeal(bytes, KEY)
  let missed = 0
  for (let byte = 0; byte < 65_536; byte += 1) {
    const number = Math.floor(byte / PAGE_BYTES) + 1
    const page = bytes.subarray((number - 1) * PAGE_BYTES, number * PAGE_BYTES)
    flip(bytes, byte * 8 + (byte % 8))
    // The salt stands in the first page; every other page is checked with what stands there unharmed.
    if ((number === 1 ? pageSeal(page, KEY) : sealed)(page, number)) missed += 1
    flip(bytes, byte * 8 + (byte % 8))
  }
  expect(missed).toBe(0)
  expect(sealed(bytes.subarray(0, PAGE_BYTES), 1)).toBe(true)
})

describe('the damaged page is named', () => {
  test('where single bits flipped', async () => {
    const bytes = makeStore(300)
    for (const page of [1, 2, 17, 256, 257, bytes.length / PAGE_BYTES]) {
      const harmed = Buffer.from(bytes)
      flip(harmed, ((page - 1) * PAGE_BYTES + 1_000) * 8 + 3)
      writeFileSync(file, harmed)
      expect((await verifyPages(file, KEY)).damaged).toEqual([page])
    }
  })

  test('where two pages changed places', async () => {
    const bytes = makeStore(20)
    const [third, fifth] = [3, 5].map((n) =>
      Buffer.from(bytes.subarray((n - 1) * PAGE_BYTES, n * PAGE_BYTES)),
    )
    bytes.set(fifth ?? [], 2 * PAGE_BYTES)
    bytes.set(third ?? [], 4 * PAGE_BYTES)
    writeFileSync(file, bytes)
    expect((await verifyPages(file, KEY)).damaged).toEqual([3, 5])
  })

  test('where the end is cut off, in a page or between two', async () => {
    const pages = makeStore(20).length / PAGE_BYTES
    truncateSync(file, (pages - 2) * PAGE_BYTES)
    expect(await verifyPages(file, KEY)).toEqual({ pages: pages - 2, damaged: [], missing: 2 })
    truncateSync(file, (pages - 3) * PAGE_BYTES + 100)
    expect(await verifyPages(file, KEY)).toEqual({ pages: pages - 2, damaged: [pages - 2], missing: 2 })
    truncateSync(file, 0)
    expect((await verifyPages(file, KEY)).damaged).toEqual([1])
  })
})

test('a page that a crash cut off is none where the log beside it puts it right', async () => {
  const before = makeStore(20)
  const raw = connect(file, KEY, false)
  raw.exec('update t set a = randomblob(3000)')
  const crashed = join(temporaryFolder(), 'store.db')
  copyFileSync(`${file}-wal`, `${crashed}-wal`)
  closeConnection(raw)
  const after = readFileSync(file)
  const torn = Buffer.from(before)
  const changed: number[] = []
  for (let start = 0; start < before.length; start += PAGE_BYTES) {
    if (before.subarray(start, start + PAGE_BYTES).equals(after.subarray(start, start + PAGE_BYTES))) continue
    changed.push(start / PAGE_BYTES + 1)
    after.copy(torn, start, start, start + PAGE_BYTES / 2)
  }
  expect(changed.length).toBeGreaterThan(10)
  writeFileSync(crashed, torn)
  expect(await verifyPages(crashed, KEY)).toMatchObject({ damaged: [], missing: 0 })
  closeConnection(connect(crashed, KEY, false))
  expect(await verifyPages(crashed, KEY)).toMatchObject({ damaged: [], missing: 0 })
  writeFileSync(crashed, torn)
  expect((await verifyPages(crashed, KEY)).damaged).toEqual(changed)
})

test('other work gets its turn after every MiB at the latest', async () => {
  const mebibytes = makeStore(4_000).length / 2 ** 20
  expect(mebibytes).toBeGreaterThan(10)
  let turns = 0
  const count = (): void => {
    turns += 1
    next = setImmediate(count)
  }
  let next = setImmediate(count)
  await verifyPages(file, KEY)
  clearImmediate(next)
  expect(turns).toBeGreaterThanOrEqual(mebibytes)
})
