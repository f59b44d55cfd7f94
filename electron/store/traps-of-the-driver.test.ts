import { randomBytes } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { bannedWords } from '../../tests/house/bans.ts'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { closeConnection, connect } from './connect.ts'
import { PAGE_BYTES } from './page-seal.ts'
import { verifyPages } from './verify-pages.ts'

// The second half of the traps of docs/security.md: what the driver offers and does not keep. Each test shows the trap on
// the driver of this very installation, and beside it what keeps us out of it. T14 is tested where originals are kept
// (electron/features/evidence/originals.test.ts), T6 where the chain has its head.

const KEY = randomBytes(32)
const SECRET = '甲方尚欠乙方货款人民币伍拾万元整'
const PLAIN = 'SQLite format 3'

function filled(): { raw: Database.Database; file: string; folder: string } {
  const folder = temporaryFolder()
  const file = join(folder, 'store.db')
  const raw = connect(file, KEY, true)
  raw.exec('create table t (a text)')
  const insert = raw.prepare('insert into t values (?)')
  for (let row = 0; row < 50; row += 1) insert.run(`${SECRET} ${'x'.repeat(2_000)}`)
  return { raw, file, folder }
}

/** A function that only the driver with ciphers has, or that its types do not name. */
const callOf = (raw: Database.Database, name: string) => {
  const call: unknown = Reflect.get(raw, name)
  if (typeof call !== 'function') throw new TypeError(`The driver has no ${name}`)
  return (...given: unknown[]): unknown => call.apply(raw, given)
}

const isBanned = (line: string) =>
  expect(bannedWords([{ path: 'electron/store/x.ts', text: line }])).not.toEqual([])

describe('damage that SQLite does not see', () => {
  /** A closed store with one bit flipped in a page that no table uses any more. */
  function flippedInFreePage(): { file: string; page: number } {
    const { raw, file } = filled()
    raw.exec('delete from t where rowid > 5')
    closeConnection(raw)
    const bytes = readFileSync(file)
    const page = bytes.length / PAGE_BYTES - 1
    const at = (page - 1) * PAGE_BYTES + 2_000
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(file, bytes)
    return { file, page }
  }

  const answers = (file: string, pragma: string): unknown => {
    const raw = connect(file, KEY, false)
    const answer = raw.pragma(pragma)
    closeConnection(raw)
    return answer
  }

  test('T4: the integrity check of the cipher answers nothing, as if all were well; ours names the page', async () => {
    const { file, page } = flippedInFreePage()
    expect(answers(file, 'cipher_integrity_check')).toEqual([])
    expect((await verifyPages(file, KEY)).damaged).toEqual([page])
  })

  test('T5: the integrity check of SQLite leaves free pages out; ours does not', async () => {
    const { file, page } = flippedInFreePage()
    expect(answers(file, 'integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect((await verifyPages(file, KEY)).damaged).toEqual([page])
  })

  test('T5: and no text of a case is left in a free page', () => {
    const { raw, file } = filled()
    raw.exec('delete from t')
    closeConnection(raw)
    // Read with the key and without page checks of ours: what SQLite itself would find in the page.
    const open = connect(file, KEY, false)
    const copy: unknown = callOf(open, 'serialize')()
    closeConnection(open)
    expect(Buffer.isBuffer(copy) && copy.length > 20 * PAGE_BYTES && !copy.includes(SECRET)).toBe(true)
  })
})

describe('copies that the driver makes', () => {
  test('T9: .backup() fails on an encrypted store and leaves an empty file; the lint step refuses it', async () => {
    const { raw, folder } = filled()
    const target = join(folder, 'copy.db')
    await expect(callOf(raw, 'backup')(target)).rejects.toThrow('incompatible')
    expect(statSync(target).size).toBe(0)
    closeConnection(raw)
    isBanned('await raw.backup(target)')
  })

  test('T10: .serialize() hands out the store in clear; the lint step refuses it', () => {
    const { raw } = filled()
    const copy: unknown = callOf(raw, 'serialize')()
    closeConnection(raw)
    expect(Buffer.isBuffer(copy) && copy.includes(PLAIN) && copy.includes(SECRET)).toBe(true)
    isBanned('const copy = raw.serialize()')
  })

  test('T9, T10: VACUUM INTO keeps the key, and every page of the copy is authentic', async () => {
    const { raw, folder } = filled()
    const target = join(folder, 'copy.db')
    raw.prepare('vacuum into ?').run(target)
    closeConnection(raw)
    expect(readFileSync(target).includes(SECRET)).toBe(false)
    expect(await verifyPages(target, KEY)).toMatchObject({ damaged: [], missing: 0 })
    const copy = connect(target, KEY, false)
    expect(copy.prepare('select count(*) from t').pluck().get()).toBe(50)
    closeConnection(copy)
  })
})

describe('keys that the driver changes', () => {
  test('T11: a rekeyed store keeps its old salt, and the old key opens it no more; the lint step refuses it', () => {
    const { raw, file } = filled()
    callOf(raw, 'pragma')('wal_checkpoint(TRUNCATE)')
    const salt = readFileSync(file).subarray(0, 16)
    callOf(raw, 'rekey')(randomBytes(32))
    closeConnection(raw)
    expect(readFileSync(file).subarray(0, 16).equals(salt)).toBe(true)
    expect(() => connect(file, KEY, false)).toThrow('STORE_DAMAGED')
    isBanned('raw.rekey(key)')
    isBanned("raw.pragma(`rekey = 'x'`)")
  })

  test('T12: an attached database with an empty key is written in clear; the lint step refuses it', () => {
    const { raw, folder } = filled()
    const target = join(folder, 'clear.db')
    raw.exec(`attach '${target}' as clear key ''; create table clear.t as select * from t`)
    closeConnection(raw)
    const bytes = readFileSync(target)
    expect(bytes.includes(PLAIN) && bytes.includes(SECRET)).toBe(true)
    isBanned("raw.exec(\"attach '/tmp/x' as y key ''\")")
    isBanned("raw.prepare('ATTACH DATABASE ? as y')")
  })
})
