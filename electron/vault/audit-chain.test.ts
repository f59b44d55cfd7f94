import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, expectTypeOf, test } from 'vitest'
import { openTestVault, testClock } from '../../tests/support/test-vault.ts'
import { canonicalBytes } from '../platform/canonical.ts'
import { factHash, factId } from '../platform/facts.ts'
import type { Writer } from '../store/store.ts'
import type { AuditAct } from './audit-entry.ts'
import { entryHash } from './audit-entry.ts'
import { commitmentTo } from './commitment.ts'
import { merkleRoot } from './merkle.ts'
import type { OpenVault, VaultOptions } from './vault.ts'

const ID = factId('0b0f2f0e-5d0e-4d6c-9d3e-2f6a0d1c9a11')

const BOOT = '6f1d0c7e-8f5b-4c1e-9b59-0d3a1c2b4e5f'

let vault: OpenVault
afterEach(() => vault.store.close())

async function chainOf(length: number, change: Partial<VaultOptions> = {}): Promise<void> {
  vault = await openTestVault(change)
  vault.store.write((writer) => {
    for (let n = 1; n < length; n += 1) append(writer, n)
  })
}

const append = (writer: Writer, messages: number) =>
  vault.audit.append(writer, { act: 'evidence.imported', objectId: ID, facts: { messages } })

const verify = () => vault.audit.verify(vault.store.read)

/** What a thief with the keys could do: the triggers are no obstacle to him. */
function tamper(...statements: string[]): void {
  vault.store.write((writer) => {
    for (const trigger of ['no_update', 'no_delete', 'in_order'])
      writer.run(sql.raw(`drop trigger audit_entries_${trigger}`))
    for (const statement of statements) writer.run(sql.raw(statement))
  })
}

test('entries are linked, in order, and stand on disk only with the act they record', async () => {
  const run = { id: BOOT, elapsedMs: () => 1_234 }
  await chainOf(1, { run })
  const clock = testClock()
  const { store, audit } = vault
  expect(() =>
    store.write((writer) => {
      append(writer, 1)
      throw new Error('the act failed')
    }),
  ).toThrow('the act failed')
  const entry = store.write((writer) =>
    audit.append(writer, {
      act: 'export.made',
      objectId: ID,
      facts: { file: factHash('ab'.repeat(32)), pages: 12 },
    }),
  )
  const first = store.read.query.auditEntries.findFirst().sync()
  expect(entry).toEqual({
    v: 1,
    seq: 2,
    prev: first?.hash,
    at: clock.now(),
    clock: 'ok',
    boot: BOOT,
    mono: 1_234,
    actor: 'person',
    app: 'redchop/test',
    act: 'export.made',
    object: ID,
    commit: null,
    facts: { file: 'ab'.repeat(32), pages: 12 },
  })
  const { root, ...report } = verify()
  expect(report).toEqual({ entries: 2, head: entryHash(canonicalBytes(entry).toString()), problems: [] })
  expect(root).toBe(merkleRoot([entry.prev, report.head ?? '']))
})

test('the hash is that of a zero byte and the canonical text', () => {
  // printf '\0{}' | sha256sum
  expect(entryHash('{}')).toBe('28a3a18f6cd6406b086e9ffda1f9b8a13dbcf44b0f3f32cb9031a11fd053acf9')
})

test('a clock set back is said with the entry, and order stays the order of the acts', async () => {
  const clock = testClock('2026-03-02T08:30:00.000Z')
  await chainOf(1, { clock })
  const states = ['2026-03-02T08:30:00.000Z', '2016-03-02T08:30:00.000Z', '2016-03-02T08:30:00.001Z'].map(
    (at) => {
      clock.at = at
      return vault.store.write((writer) => append(writer, 1)).clock
    },
  )
  expect(states).toEqual(['ok', 'regressed', 'ok'])
  expect(verify()).toMatchObject({ entries: 4, problems: [] })
})

test('an entry commits to bytes: the digest is not in it, and digest and salt open it', async () => {
  await chainOf(1)
  const [sha256, salt] = ['ab'.repeat(32), 'cd'.repeat(32)]
  const entry = vault.store.write((writer) =>
    vault.audit.append(writer, { act: 'a.b', objectId: ID, commit: { sha256, salt } }),
  )
  // printf ab…ab | xxd -r -p | openssl dgst -sha256 -mac hmac -macopt hexkey:cd…cd
  expect(entry.commit).toBe('a939c4f41b39a5c322db65e2275bec02ec6e59645157a4d94cec3779e80ef566')
  expect(entry.commit).toBe(commitmentTo({ sha256, salt }))
  expect(JSON.stringify(entry)).not.toContain(sha256)
  vault.store.write((writer) => {
    const bad = { act: 'a.b', objectId: ID, commit: { sha256, salt: 'no salt' } } as const
    expect(() => vault.audit.append(writer, bad)).toThrow(TypeError)
    expect(() => vault.audit.append(writer, { ...bad, commit: '关于货款的函' })).toThrow(TypeError)
  })
})

describe('tampering is named', () => {
  test.each([
    [
      'an altered fact',
      `update audit_entries set entry = replace(entry, '"messages":2', '"messages":9') where seq = 3`,
      [[3, 'ALTERED']],
    ],
    [
      'spaces in the text',
      `update audit_entries set entry = replace(entry, ',', ', ') where seq = 3`,
      [[3, 'NOT_CANONICAL']],
    ],
    ['no text', `update audit_entries set entry = '' where seq = 3`, [[3, 'NOT_CANONICAL']]],
    [
      'another hash',
      `update audit_entries set hash = '${'0'.repeat(64)}' where seq = 3`,
      [
        [3, 'ALTERED'],
        [4, 'WRONG_LINK'],
      ],
    ],
    [
      'a removed entry',
      'delete from audit_entries where seq = 3',
      [
        [4, 'MISSING_BEFORE'],
        [4, 'WRONG_LINK'],
      ],
    ],
    [
      'a removed beginning',
      'delete from audit_entries where seq = 1',
      [
        [2, 'MISSING_BEFORE'],
        [2, 'WRONG_LINK'],
      ],
    ],
    [
      'another time in the column',
      `update audit_entries set at = '2020-01-01T00:00:00.000Z' where seq = 5`,
      [[5, 'COLUMNS_DIFFER']],
    ],
    [
      'another object in the column',
      `update audit_entries set object_id = 'x' where seq = 5`,
      [[5, 'COLUMNS_DIFFER']],
    ],
  ])('%s', async (_how, statement, expected) => {
    await chainOf(5)
    expect(verify()).toMatchObject({ entries: 5, problems: [] })
    tamper(statement)
    expect(verify().problems.map(({ seq, problem }) => [seq, problem])).toEqual(expected)
  })

  test('two entries changed over', async () => {
    await chainOf(5)
    tamper(
      'update audit_entries set seq = 99 where seq = 2',
      'update audit_entries set seq = 2 where seq = 3',
      'update audit_entries set seq = 3 where seq = 99',
    )
    expect(new Set(verify().problems.map(({ seq }) => seq))).toEqual(new Set([2, 3, 4]))
  })

  test('the chain of another vault', async () => {
    await chainOf(3)
    const foreign = await openTestVault()
    const { problems } = foreign.audit.verify(vault.store.read)
    foreign.store.close()
    expect(problems).toEqual([{ seq: 1, problem: 'WRONG_LINK' }])
  })
})

test('a chain of several pages is read to its end', async () => {
  await chainOf(2_500)
  expect(verify()).toMatchObject({ entries: 2_500, problems: [] })
  tamper(`update audit_entries set entry = replace(entry, 'imported', 'imporied') where seq = 2400`)
  expect(verify().problems[0]?.seq).toBe(2_400)
})

test('text of a case does not fit: not for the compiler, and not past a cast', async () => {
  await chainOf(1)
  expectTypeOf<{ act: 'a.b'; objectId: string; facts: { subject: string } }>().not.toExtend<AuditAct>()
  expectTypeOf<{ act: 'a.b'; objectId: string; facts: { count: number } }>().toExtend<AuditAct>()
  const smuggled = JSON.parse('{"subject":"关于货款的函"}')
  vault.store.write((writer) => {
    expect(() => vault.audit.append(writer, { act: 'a.b', objectId: ID, facts: smuggled })).toThrow(TypeError)
  })
})
