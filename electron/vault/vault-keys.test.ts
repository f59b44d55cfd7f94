import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { TEST_PASSPHRASE, testVaultOptions } from '../../tests/support/test-vault.ts'
import { auditEntries } from '../store/schema/index.ts'
import { loadVault } from './load-vault.ts'
import type { Vault, VaultOptions } from './vault.ts'

const OTHER = 'seven quiet lanterns drift'
const PROOF = { passphrase: TEST_PASSPHRASE }

let options: VaultOptions
let vault: Vault
let recoveryCode: string
/** Somewhere outside the vault, as a stick would be. */
let place: string

beforeEach(async () => {
  options = testVaultOptions()
  vault = await loadVault(options)
  recoveryCode = (await vault.create(TEST_PASSPHRASE)).recoveryCode
  await vault.proveRecovery(recoveryCode)
  place = join(temporaryFolder(), 'key file.txt')
})
afterEach(() => vault.lock())

const acts = (): string[] =>
  vault
    .opened()
    .store.read.select({ entry: auditEntries.entry })
    .from(auditEntries)
    .all()
    .map(({ entry }) => JSON.parse(entry).act)

/** Every file of the vault but its keyring and the head record of its chain, with its digest; read by another process, for ours holds locks on the store. */
const dataOf = (root: string): string[] =>
  execFileSync('find', [
    root,
    '-type',
    'f',
    '!',
    '-name',
    '*keyring*',
    '!',
    '-name',
    'head.log',
    '-exec',
    'sha256sum',
    '{}',
    '+',
  ])
    .toString()
    .split('\n')
    .toSorted()

test('a change of any key writes not one byte of store and files but its line in the audit chain', async () => {
  const { files, audit } = vault.opened()
  const bytes = Buffer.alloc(300_000, 7)
  await files.put({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes })
  const before = dataOf(options.paths.root)
  expect(before.some((line) => line.includes('/files/'))).toBe(true)
  // The keyring is in place, and nothing else was written, at the moment the chain is told of it.
  const seen: string[][] = []
  const { append } = audit
  Object.assign(audit, {
    append: (...entry: Parameters<typeof append>) => {
      seen.push(dataOf(options.paths.root))
      return append(...entry)
    },
  })
  const keyring = readFileSync(options.paths.keyring)
  await vault.keys.changePassphrase(PROOF, OTHER)
  await vault.keys.addKeyFile({ passphrase: OTHER }, place)
  expect(seen[0]).toEqual(before)
  expect(readFileSync(options.paths.keyring).equals(keyring)).toBe(false)
  expect(acts().slice(-2)).toEqual(['vault.passphrase-changed', 'vault.key-file-added'])
})

describe('a key file', () => {
  beforeEach(() => vault.keys.addKeyFile(PROOF, place))

  test('is 64 random bytes that only this user can read, and the keyring names it', async () => {
    const line = readFileSync(place, 'utf8')
    expect(line).toMatch(/ secret=[0-9a-f]{128} /u)
    expect(statSync(place).mode & 0o777).toBe(0o600)
    const id = await vault.keyFileId()
    expect(line).toContain(` id=${id} `)
    expect(readFileSync(options.paths.keyring, 'utf8')).not.toContain(/secret=(\S+)/u.exec(line)?.[1])
  })

  test('is needed beside the passphrase, and neither opens anything alone', async () => {
    vault.lock()
    await expect(vault.unlock(TEST_PASSPHRASE)).rejects.toThrow('KEY_FILE_NEEDED')
    await expect(vault.unlock(OTHER, place)).rejects.toThrow('WRONG_PASSPHRASE')
    await vault.unlock(TEST_PASSPHRASE, place)
    expect(acts()).toContain('vault.key-file-added')
  })

  test.each([
    ['gone', (path: string) => `${path}.gone`, 'GONE'],
    ['a folder', (path: string) => join(path, '..'), 'NOT_A_KEY_FILE'],
    ['cut', (path: string) => altered(path, (line) => line.slice(0, -3)), 'NOT_A_KEY_FILE'],
    ['flipped', (path: string) => altered(path, flipSecret), 'NOT_A_KEY_FILE'],
    ['longer than one is', (path: string) => altered(path, (line) => line.padEnd(5_000)), 'NOT_A_KEY_FILE'],
    ['of another vault', otherVaultsFile, 'ANOTHER'],
  ])('that is %s is named as the wrong one, not the passphrase', async (_what, make, reason) => {
    vault.lock()
    const path = await make(place)
    await expect(vault.unlock(TEST_PASSPHRASE, path)).rejects.toMatchObject({
      code: 'WRONG_KEY_FILE',
      data: { reason },
    })
  })

  test('stays the one needed when the passphrase changes', async () => {
    await vault.keys.changePassphrase({ ...PROOF, keyFile: place }, OTHER)
    vault.lock()
    await expect(vault.unlock(OTHER)).rejects.toThrow('KEY_FILE_NEEDED')
    await vault.unlock(OTHER, place)
  })

  test('is replaced together with the passphrase, and the old one is then said to be another', async () => {
    const second = `${place}.2`
    await vault.keys.changePassphrase({ ...PROOF, keyFile: place }, OTHER, second)
    vault.lock()
    await expect(vault.unlock(OTHER, place)).rejects.toMatchObject({ data: { reason: 'ANOTHER' } })
    await vault.unlock(OTHER, second)
  })

  test('once removed, the passphrase alone opens the vault', async () => {
    await expect(vault.keys.removeKeyFile(PROOF)).rejects.toThrow('KEY_FILE_NEEDED')
    await vault.keys.removeKeyFile({ ...PROOF, keyFile: place })
    vault.lock()
    await vault.unlock(TEST_PASSPHRASE)
    expect(acts()).toContain('vault.key-file-removed')
  })

  test('is not asked for by the recovery code, which sets a passphrase that needs none', async () => {
    vault.lock()
    await vault.unlockWithRecovery(recoveryCode, OTHER)
    vault.lock()
    expect(await vault.keyFileId()).toBeUndefined()
    await vault.unlock(OTHER)
  })
})

test('a key file overwrites nothing, and does not lie in the vault it locks', async () => {
  writeFileSync(place, 'notes')
  const inside = join(options.paths.root, 'key.txt')
  const nowhere = join(place, 'under a file')
  for (const [path, reason] of [
    [place, 'TAKEN'],
    [inside, 'INSIDE_VAULT'],
    [nowhere, 'NOT_WRITTEN'],
  ] as const)
    await expect(vault.keys.addKeyFile(PROOF, path)).rejects.toMatchObject({
      code: 'KEY_FILE_PLACE',
      data: { reason },
    })
  expect(readFileSync(place, 'utf8')).toBe('notes')
  expect(existsSync(inside)).toBe(false)
  expect(await vault.keyFileId()).toBeUndefined()
})

test('where the keyring cannot be written, no key file is left', async () => {
  mkdirSync(`${options.paths.keyring}.previous`)
  writeFileSync(join(`${options.paths.keyring}.previous`, 'in the way'), '')
  await expect(vault.keys.addKeyFile(PROOF, place)).rejects.toThrow()
  expect(existsSync(place)).toBe(false)
})

test('the generation with the old passphrase is gone the moment the new one was opened', async () => {
  const before = readFileSync(options.paths.keyring)
  await vault.keys.changePassphrase(PROOF, OTHER)
  vault.lock()
  expect(readdirSync(options.paths.root).filter((name) => name.startsWith('keyring'))).toEqual([
    'keyring.json',
  ])
  await expect(vault.unlock(TEST_PASSPHRASE)).rejects.toThrow('WRONG_PASSPHRASE')
  // A copy of the old keyring, kept by whoever had one, still opens the vault: docs/security.md says so.
  writeFileSync(options.paths.keyring, before)
  await vault.unlock(TEST_PASSPHRASE)
})

describe('a new recovery code', () => {
  test('replaces the old one once it is typed back, not before', async () => {
    const { recoveryCode: next } = await vault.keys.offerRecoveryCode(PROOF)
    await expect(vault.keys.takeRecoveryCode(recoveryCode)).rejects.toThrow('WRONG_RECOVERY_CODE')
    vault.lock()
    await vault.unlockWithRecovery(recoveryCode, TEST_PASSPHRASE)
    await expect(vault.keys.takeRecoveryCode(next), 'a lock forgets the offer').rejects.toThrow(
      'WRONG_RECOVERY_CODE',
    )
    const { recoveryCode: last } = await vault.keys.offerRecoveryCode(PROOF)
    await vault.keys.takeRecoveryCode(last.toLowerCase())
    expect(acts().at(-1)).toBe('vault.recovery-code-changed')
    vault.lock()
    for (const old of [recoveryCode, next])
      await expect(vault.unlockWithRecovery(old, OTHER)).rejects.toThrow('WRONG_RECOVERY_CODE')
    await vault.unlockWithRecovery(last, OTHER)
  })

  test('is worth nothing after another change of the keys', async () => {
    const { recoveryCode: next } = await vault.keys.offerRecoveryCode(PROOF)
    await vault.keys.changePassphrase(PROOF, OTHER)
    await expect(vault.keys.takeRecoveryCode(next)).rejects.toThrow('WRONG_RECOVERY_CODE')
    vault.lock()
    await vault.unlockWithRecovery(recoveryCode, OTHER)
  })
})

test('nothing of the keys changes on a locked vault', async () => {
  vault.lock()
  const { keys } = vault
  for (const attempt of [
    keys.changePassphrase(PROOF, OTHER),
    keys.addKeyFile(PROOF, place),
    keys.removeKeyFile(PROOF),
    keys.offerRecoveryCode(PROOF),
    keys.takeRecoveryCode(recoveryCode),
  ])
    await expect(attempt).rejects.toThrow('VAULT_LOCKED')
  expect(existsSync(place)).toBe(false)
})

const altered = (path: string, change: (line: string) => string): string => {
  writeFileSync(`${path}.altered`, change(readFileSync(path, 'utf8')))
  return `${path}.altered`
}

const flipSecret = (line: string): string =>
  line.replace(/secret=(.)/u, (_all, first: string) => `secret=${first === '0' ? '1' : '0'}`)

async function otherVaultsFile(path: string): Promise<string> {
  const other = await loadVault(testVaultOptions())
  await other.proveRecovery((await other.create(TEST_PASSPHRASE)).recoveryCode)
  await other.keys.addKeyFile(PROOF, `${path}.other`)
  other.lock()
  return `${path}.other`
}
