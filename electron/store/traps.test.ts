import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { openTestVault, TEST_PASSPHRASE, testVaultOptions } from '../../tests/support/test-vault.ts'
import { loadVault } from '../vault/load-vault.ts'
import { closeConnection, connect } from './connect.ts'
import { applySettings, confirmSettings, STORE_SETTINGS } from './store-settings.ts'

// Silent traps of this very stack (docs/decisions/0001). Each test shows that a store opened by us is free of the trap, and
// that the same check finds the trap where the countermeasure is left out: a check that cannot fail would prove nothing.

const KEY = randomBytes(32)
const SECRET = '甲方尚欠乙方货款人民币伍拾万元整'

const newFile = () => join(temporaryFolder(), 'store.db')

/** Opens like `connect`, with the named settings left out. */
function openWithout(file: string, ...left: readonly string[]): Database.Database {
  const raw = new Database(file)
  applySettings(
    raw,
    KEY,
    STORE_SETTINGS.filter(({ pragma }) => !left.includes(pragma)),
  )
  return raw
}

function fill(raw: Database.Database, rows = 50): void {
  raw.exec('create table if not exists t (a text)')
  const insert = raw.prepare('insert into t values (?)')
  raw.transaction(() => {
    for (let row = 0; row < rows; row += 1) insert.run(`${SECRET} ${row} ${'x'.repeat(200)}`)
  })()
}

/** A closed file with one table in it, made by us or with settings left out. */
function filledFile(...left: readonly string[]): string {
  const file = newFile()
  const raw = openWithout(file, ...left)
  fill(raw)
  closeConnection(raw)
  return file
}

test('every setting that SQLite would not choose by itself is missed when it is left out', () => {
  const chosenAnyway = ['foreign_keys', 'secure_delete', 'mmap_size']
  for (const { pragma } of STORE_SETTINGS.filter((setting) => !chosenAnyway.includes(setting.pragma))) {
    // The journal mode is kept in the file, and a legacy cipher is only asked for together with its name.
    const file = pragma === 'journal_mode' ? newFile() : filledFile(pragma)
    const raw = openWithout(file, pragma)
    expect(() => confirmSettings(raw), pragma).toThrow('STORE_UNSAFE')
    raw.close()
  }
  const raw = connect(newFile(), KEY, true)
  expect(() => confirmSettings(raw)).not.toThrow()
  raw.close()
})

describe('T1: the default cipher is another one', () => {
  test('a store of ours is SQLCipher 4, and is not opened with the default', () => {
    const file = newFile()
    const raw = connect(file, KEY, true)
    fill(raw)
    expect(raw.pragma('cipher', { simple: true })).toBe('sqlcipher')
    closeConnection(raw)
    expect(() => openWithout(file, 'cipher', 'legacy')).toThrow('not a database')
  })

  test('without the setting the file silently gets the default, and we refuse it', () => {
    const file = newFile()
    const raw = openWithout(file, 'cipher', 'legacy')
    expect(raw.pragma('cipher', { simple: true })).toBe('chacha20')
    expect(() => confirmSettings(raw)).toThrow('STORE_UNSAFE')
    fill(raw)
    closeConnection(raw)
    expect(() => connect(file, KEY, false)).toThrow('STORE_DAMAGED')
  })
})

describe('T2: a forgotten key writes in clear', () => {
  const plainFile = () => {
    const file = newFile()
    const raw = new Database(file)
    fill(raw)
    raw.close()
    return file
  }

  test('nothing of a store of ours is readable, in the file or in its log', () => {
    const file = newFile()
    const raw = connect(file, KEY, true)
    fill(raw)
    expect(readFileSync(`${file}-wal`).includes(SECRET)).toBe(false)
    closeConnection(raw)
    expect(readFileSync(file).includes(SECRET)).toBe(false)
    expect(readFileSync(plainFile()).includes(SECRET)).toBe(true)
  })

  test('a file in clear is refused before SQLite sees it', () => {
    const file = plainFile()
    const before = readFileSync(file)
    expect(() => connect(file, KEY, true)).toThrow('STORE_UNSAFE')
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('T3: outside the legacy format 8 bytes of the first page are not authenticated', () => {
  /** How many of the 64 flips in bytes 16 to 23 a reader of the whole file does not notice. */
  function unseenFlips(file: string, ...left: readonly string[]): number {
    const whole = readFileSync(file)
    let unseen = 0
    for (let bit = 16 * 8; bit < 24 * 8; bit += 1) {
      const flipped = Buffer.from(whole)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      writeFileSync(file, flipped)
      if (readsWhole(file, left)) unseen += 1
    }
    return unseen
  }

  function readsWhole(file: string, left: readonly string[]): boolean {
    const raw = new Database(file)
    try {
      applySettings(
        raw,
        KEY,
        STORE_SETTINGS.filter(({ pragma }) => !left.includes(pragma)),
      )
      return raw.pragma('integrity_check', { simple: true }) === 'ok'
    } catch {
      return false
    } finally {
      raw.close()
    }
  }

  test('in a store of ours every flip there is noticed', () => {
    expect(unseenFlips(filledFile())).toBe(0)
  })

  test('without the setting some are not', () => {
    expect(unseenFlips(filledFile('legacy'), 'legacy')).toBeGreaterThan(0)
  })
})

describe('T7: synchronous falls to NORMAL on the second opening', () => {
  const FULL = 2
  const synchronous = (raw: Database.Database) => raw.pragma('synchronous', { simple: true })

  test('a store of ours is FULL on every opening', () => {
    const file = filledFile()
    for (let opening = 0; opening < 3; opening += 1) {
      const raw = connect(file, KEY, false)
      expect(synchronous(raw)).toBe(FULL)
      closeConnection(raw)
    }
  })

  test('a store that was FULL when it was made is not when it is opened again, and we refuse it', () => {
    const raw = openWithout(filledFile(), 'synchronous')
    expect(synchronous(raw)).not.toBe(FULL)
    expect(() => confirmSettings(raw)).toThrow('STORE_UNSAFE')
    raw.close()
  })
})

describe.runIf(process.platform === 'linux')(
  'T8: a big sort spills in clear into the temporary folder',
  () => {
    /** Deleted but open temporary files of SQLite that hold the secret, while a sort too big for its cache is running. */
    function spilled(raw: Database.Database): number {
      fill(raw, 40_000)
      raw.pragma('cache_size = 10')
      const sorting = raw.prepare('select a from t order by a desc').iterate()
      sorting.next()
      const found = readdirSync('/proc/self/fd').filter((fd) => holdsSecret(`/proc/self/fd/${fd}`))
      sorting.return?.()
      raw.close()
      return found.length
    }

    function holdsSecret(fd: string): boolean {
      try {
        return readlinkSync(fd).includes('etilqs_') && readFileSync(fd).includes(SECRET)
      } catch {
        return false
      }
    }

    test('a store of ours sorts in memory', () => {
      expect(spilled(connect(newFile(), KEY, true))).toBe(0)
    })

    test('without the setting client text lies in clear on the disk', () => {
      expect(spilled(openWithout(newFile(), 'temp_store'))).toBeGreaterThan(0)
    })
  },
)

describe('T13: SQLite says the same of a wrong key and of damage', () => {
  const damageFirstPage = (file: string) => {
    const bytes = readFileSync(file)
    bytes.fill(0, 100, 200)
    writeFileSync(file, bytes)
  }

  test('the vault tells them apart', async () => {
    const options = testVaultOptions()
    const { store } = await openTestVault(options)
    store.close()
    const vault = await loadVault(options)
    await expect(vault.unlock('seven quiet lanterns drift')).rejects.toThrow('WRONG_PASSPHRASE')
    damageFirstPage(options.paths.store)
    await expect(vault.unlock('seven quiet lanterns drift')).rejects.toThrow('WRONG_PASSPHRASE')
    await expect(vault.unlock(TEST_PASSPHRASE)).rejects.toThrow('STORE_DAMAGED')
  })

  test('the database alone cannot', () => {
    const outcome = (file: string, key: Buffer) => {
      try {
        connect(file, key, false)
        return 'opened'
      } catch (error) {
        return error instanceof Error && error.cause instanceof Error && 'code' in error.cause
          ? error.cause.code
          : error
      }
    }
    const file = filledFile()
    const wrongKey = outcome(file, randomBytes(32))
    damageFirstPage(file)
    expect([wrongKey, outcome(file, KEY)]).toEqual(['SQLITE_NOTADB', 'SQLITE_NOTADB'])
  })
})
