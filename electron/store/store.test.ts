import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, expectTypeOf, test } from 'vitest'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { openTestVault } from '../../tests/support/test-vault.ts'
import { auditEntries } from './schema/index.ts'
import { sqliteCode, storeFault } from './sqlite-errors.ts'
import type { Reader, Store, Writer } from './store.ts'

let store: Store
beforeEach(async () => {
  store = (await openTestVault()).store
})
afterEach(() => store.close())

const row = (seq: number) => ({ seq, at: '', act: 'a.b', objectId: '', entry: '', hash: '' })
const count = (reader: Reader = store.read) => reader.select().from(auditEntries).all().length

describe('writing', () => {
  test('is seen inside, and by all once it is done', () => {
    const inside = store.write((writer) => {
      writer.insert(auditEntries).values(row(2)).run()
      return count(writer)
    })
    expect([inside, count()]).toEqual([2, 2])
  })

  test('is undone as a whole when any of it fails', () => {
    expect(() =>
      store.write((writer) => {
        writer.insert(auditEntries).values(row(2)).run()
        writer.insert(auditEntries).values(row(2)).run()
      }),
    ).toThrow()
    expect(count()).toBe(1)
  })

  test('that would await does not compile, and does not run', () => {
    expect(() => {
      // @ts-expect-error a write is synchronous
      void store.write(async (writer) => writer.insert(auditEntries).values(row(2)).run())
    }).toThrow(TypeError)
    expect(count()).toBe(1)
  })

  test('inside a write is refused: the writer is to be passed on', () => {
    expect(() => store.write(() => store.write(() => undefined))).toThrow(TypeError)
    expect(store.write(() => 'works again')).toBe('works again')
  })

  test('with a writer that was carried out of its transaction is refused', () => {
    let kept: Writer | undefined
    store.write((writer) => {
      kept = writer
    })
    const late = kept?.insert(auditEntries).values(row(2))
    expect(() => late?.run()).toThrow(TypeError)
    expect(count()).toBe(1)
  })
})

describe('reading', () => {
  test('cannot write, not by its type and not by SQL', () => {
    expectTypeOf<Reader>().not.toHaveProperty('insert')
    expectTypeOf<Reader>().not.toExtend<Writer>()
    expectTypeOf<Writer>().toExtend<Reader>()
    expect(() =>
      store.read.all(sql`insert into audit_entries select 2, '', '', '', '', '' returning seq`),
    ).toThrow(TypeError)
    expect(store.read.get(sql`select count(*) as n from audit_entries`)).toEqual({ n: 1 })
  })
})

describe('errors', () => {
  const failure = (work: (writer: Writer) => unknown): unknown => {
    try {
      store.write((writer) => void work(writer))
    } catch (error) {
      return error
    }
  }

  test('are told apart by code, also as the cause of another', () => {
    const sealed = failure((writer) => writer.delete(auditEntries).where(eq(auditEntries.seq, 1)).run())
    expect(sqliteCode(sealed)).toBe('SQLITE_CONSTRAINT_TRIGGER')
    const wrapped = new Error('outer', { cause: new Error('middle', { cause: sealed }) })
    expect(sqliteCode(wrapped)).toBe('SQLITE_CONSTRAINT_TRIGGER')
    expect(sqliteCode(new Error('no cause'))).toBeUndefined()
  })

  test('a full disk is said to be full, and nothing was written', () => {
    store.read.get(sql`pragma max_page_count = 1`)
    const full = failure((writer) => {
      for (let seq = 2; seq < 300; seq += 1)
        writer
          .insert(auditEntries)
          .values({ ...row(seq), entry: 'x'.repeat(5_000) })
          .run()
    })
    expect(full).toMatchObject({ code: 'DISK_FULL' })
    expect(count()).toBe(1)
  })

  test.each([
    ['SQLITE_FULL', 'DISK_FULL'],
    ['SQLITE_BUSY_SNAPSHOT', 'STORE_BUSY'],
    ['SQLITE_CORRUPT_INDEX', 'STORE_DAMAGED'],
    ['SQLITE_NOTADB', 'STORE_DAMAGED'],
    ['SQLITE_IOERR_FSYNC', 'DISK_FAILING'],
    ['SQLITE_CANTOPEN', 'DISK_FAILING'],
    ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_UNIQUE'],
  ])('%s means %s', (code, expected) => {
    const file = join(temporaryFolder(), 'store.db')
    expect(storeFault(Object.assign(new Error('words of SQLite'), { code }), file)).toMatchObject({
      code: expected,
    })
  })
})
