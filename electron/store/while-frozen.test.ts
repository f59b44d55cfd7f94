import { copyFileSync, readFileSync, statSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { MIGRATIONS } from '../../tests/support/test-vault.ts'
import { openStore } from './open-store.ts'
import { drafts } from './schema/index.ts'
import { verifyPages } from './verify-pages.ts'

const KEY = Buffer.alloc(32, 7)
const open = (file: string, create: boolean) =>
  openStore({ file, key: KEY, migrationsFolder: MIGRATIONS, create })

test('the file stays the one of the first moment while writing goes on, and follows again afterwards', async () => {
  const [file, copy] = [join(temporaryFolder(), 'store.db'), join(temporaryFolder(), 'copy.db')]
  const store = await open(file, true)
  const add = (key: string) =>
    store.write((writer) =>
      writer
        .insert(drafts)
        .values({ key, text: 'x'.repeat(20_000), keptAt: '2026-03-02T08:30:00.000Z' })
        .run(),
    )
  const count = () => store.read.select().from(drafts).all().length
  add('before')
  let written = 0
  const frozenCount = await store.whileFrozen(async () => {
    const [counted, before] = [count(), readFileSync(file)]
    // 300 rows of 20 kB are six times what SQLite by itself leaves in the log before it moves it into the file.
    for (; written < 300; written += 1) {
      add(`during ${written}`)
      await setImmediate()
    }
    expect(readFileSync(file).equals(before)).toBe(true)
    await copyFile(file, copy)
    return counted
  })
  expect(count()).toBe(frozenCount + written)
  expect(await verifyPages(copy, KEY)).toMatchObject({ damaged: [], missing: 0 })
  const snapshot = await open(copy, false)
  expect(snapshot.read.select().from(drafts).all()).toHaveLength(frozenCount)
  snapshot.close()
  const former = readFileSync(copy)
  add('after')
  copyFileSync(file, `${copy}.after`)
  expect(readFileSync(`${copy}.after`).equals(former)).toBe(false)
  store.close()
})

test('a log that has become long is moved into the file, without SQLite doing it unheard', async () => {
  const file = join(temporaryFolder(), 'store.db')
  const store = await open(file, true)
  let longest = 0
  for (let key = 0; key < 300; key += 1) {
    store.write((writer) =>
      writer
        .insert(drafts)
        .values({ key: String(key), text: 'x'.repeat(20_000), keptAt: '2026-03-02T08:30:00.000Z' })
        .run(),
    )
    longest = Math.max(longest, statSync(`${file}-wal`).size)
  }
  expect(longest).toBeLessThan(4.2 * 1_048_576)
  expect(statSync(file).size).toBeGreaterThan(4_000_000)
  store.close()
})

test('one freeze at a time, and a failure inside ends it', async () => {
  const store = await open(join(temporaryFolder(), 'store.db'), true)
  await store.whileFrozen(async () => {
    await expect(store.whileFrozen(async () => undefined)).rejects.toThrow(TypeError)
  })
  await expect(store.whileFrozen(() => Promise.reject(new RangeError('x')))).rejects.toThrow(RangeError)
  await store.whileFrozen(async () => undefined)
  store.close()
})
