import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cheapKdf } from '../../tests/support/cheap-kdf.ts'
import { TEST_PASSPHRASE, testVaultOptions } from '../../tests/support/test-vault.ts'
import type { Kdf } from './argon2.ts'
import { loadVault } from './load-vault.ts'

const OTHER = 'seven quiet lanterns drift'

async function readyVault(options = testVaultOptions()) {
  const vault = await loadVault(options)
  const { recoveryCode } = await vault.create(TEST_PASSPHRASE)
  await vault.proveRecovery(recoveryCode)
  return { vault, recoveryCode, options }
}

const acts = (vault: Awaited<ReturnType<typeof loadVault>>) =>
  vault
    .opened()
    .store.read.query.auditEntries.findMany()
    .sync()
    .map(({ act }) => act)

describe('a new vault', () => {
  test('goes through its states and tells each change', async () => {
    const told: string[] = []
    const options = testVaultOptions({ onChange: (state) => told.push(state) })
    const vault = await loadVault(options)
    expect(vault.state()).toBe('absent')
    const { recoveryCode } = await vault.create(TEST_PASSPHRASE)
    expect(() => vault.opened()).toThrow('VAULT_LOCKED')
    await vault.proveRecovery(recoveryCode)
    vault.lock()
    await vault.unlock(TEST_PASSPHRASE)
    expect(told).toEqual(['awaiting-recovery', 'unlocked', 'locked', 'unlocked'])
    expect(acts(vault)).toEqual(['vault.created', 'vault.locked', 'vault.unlocked'])
    vault.lock()
  })

  test('opens for the typed code after a restart, and only then', async () => {
    const options = testVaultOptions()
    const { recoveryCode } = await (await loadVault(options)).create(TEST_PASSPHRASE)
    const again = await loadVault(options)
    expect(again.state()).toBe('awaiting-recovery')
    await expect(again.unlock(TEST_PASSPHRASE)).rejects.toThrow('VAULT_ABSENT')
    const wrong = recoveryCode.replace(/^./u, (first) => (first === '7' ? '8' : '7'))
    await expect(again.proveRecovery(wrong)).rejects.toThrow('WRONG_RECOVERY_CODE')
    expect(existsSync(options.paths.store)).toBe(false)
    await again.proveRecovery(` ${recoveryCode.toLowerCase().replaceAll('-', ' ')}`)
    expect(again.state()).toBe('unlocked')
    again.lock()
  })

  test('may be made anew while its code was never proven, and never after', async () => {
    const options = testVaultOptions()
    const vault = await loadVault(options)
    const first = await vault.create(TEST_PASSPHRASE)
    const second = await vault.create(OTHER)
    await expect(vault.proveRecovery(first.recoveryCode)).rejects.toThrow('WRONG_RECOVERY_CODE')
    await vault.proveRecovery(second.recoveryCode)
    await expect(vault.create(TEST_PASSPHRASE)).rejects.toThrow('VAULT_EXISTS')
    vault.lock()
    await expect((await loadVault(options)).create(TEST_PASSPHRASE)).rejects.toThrow('VAULT_EXISTS')
  })

  test('is not made over one that another process has made meanwhile', async () => {
    const options = testVaultOptions()
    const early = await loadVault(options)
    const { vault } = await readyVault(options)
    vault.lock()
    const before = readFileSync(options.paths.keyring)
    await expect(early.create(OTHER)).rejects.toThrow('VAULT_EXISTS')
    expect(readFileSync(options.paths.keyring).equals(before)).toBe(true)
  })

  test('is not made over one that another process has made while the passphrase was hashed', async () => {
    const options = testVaultOptions()
    let other: Awaited<ReturnType<typeof readyVault>> | undefined
    const argon2id: Kdf['argon2id'] = async (...given) => {
      other ??= await readyVault(options)
      return cheapKdf.argon2id(...given)
    }
    const slow = await loadVault({ ...options, kdf: { ...cheapKdf, argon2id } })
    await expect(slow.create(OTHER)).rejects.toThrow('VAULT_EXISTS')
    other?.vault.lock()
    await other?.vault.unlock(TEST_PASSPHRASE)
    expect(other?.vault.state()).toBe('unlocked')
    other?.vault.lock()
  })

  test('of two made at once the later one stands, and the code of the earlier one is not called wrong', async () => {
    const options = testVaultOptions()
    const [early, late] = [await loadVault(options), await loadVault(options)]
    const first = await early.create(TEST_PASSPHRASE)
    const second = await late.create(OTHER)
    await expect(early.proveRecovery(first.recoveryCode)).rejects.toThrow('VAULT_EXISTS')
    await late.proveRecovery(second.recoveryCode)
    await expect(early.proveRecovery(first.recoveryCode)).rejects.toThrow('VAULT_EXISTS')
    late.lock()
  })

  test('refuses a weak passphrase and writes nothing', async () => {
    const options = testVaultOptions()
    const vault = await loadVault(options)
    await expect(vault.create('Password123456')).rejects.toMatchObject({
      code: 'PASSPHRASE_TOO_WEAK',
      data: { reason: 'TOO_COMMON' },
    })
    expect(readdirSync(options.paths.root)).toEqual([])
  })
})

describe('unlocking', () => {
  test('makes each wrong guess wait a second longer, until a right one', async () => {
    const waits: number[] = []
    const { vault } = await readyVault(testVaultOptions({ sleep: async (ms) => void waits.push(ms) }))
    vault.lock()
    await expect(vault.unlock(OTHER)).rejects.toThrow('WRONG_PASSPHRASE')
    await expect(vault.unlock(OTHER)).rejects.toThrow('WRONG_PASSPHRASE')
    await vault.unlock(TEST_PASSPHRASE)
    vault.lock()
    await vault.unlock(TEST_PASSPHRASE)
    vault.lock()
    expect(waits).toEqual([1_000, 2_000])
  })

  test('takes a passphrase however the keyboard composes it', async () => {
    const options = testVaultOptions()
    const vault = await loadVault(options)
    const { recoveryCode } = await vault.create('café au lait ｎｉｎｅ'.normalize('NFC'))
    await vault.proveRecovery(recoveryCode)
    vault.lock()
    await vault.unlock('café au lait nine'.normalize('NFD'))
    expect(vault.state()).toBe('unlocked')
    vault.lock()
  })

  test('is overtaken by a lock', async () => {
    const { vault } = await readyVault()
    vault.lock()
    const opening = vault.unlock(TEST_PASSPHRASE)
    vault.lock()
    await expect(opening).rejects.toThrow('VAULT_LOCKED')
    expect(vault.state()).toBe('locked')
    await vault.unlock(TEST_PASSPHRASE)
    vault.lock()
  })

  test('leaves what was handed out dead after a lock', async () => {
    const { vault } = await readyVault()
    const { store, files } = vault.opened()
    vault.lock()
    expect(() => store.read.query.auditEntries.findMany().sync()).toThrow('VAULT_LOCKED')
    expect(() => store.write(() => undefined)).toThrow('VAULT_LOCKED')
    await expect(files.has('00')).rejects.toThrow('VAULT_LOCKED')
  })

  test('tells a second vault on the same folder that the store is taken', async () => {
    const { vault, options } = await readyVault()
    await expect((await loadVault(options)).unlock(TEST_PASSPHRASE)).rejects.toThrow('STORE_BUSY')
    vault.lock()
  })
})

describe('passphrase and recovery code', () => {
  test('a changed passphrase is the only one, and not one byte of data is written anew', async () => {
    const { vault, options } = await readyVault()
    vault.lock()
    await vault.unlock(TEST_PASSPHRASE)
    const before = readFileSync(options.paths.store)
    await expect(vault.keys.changePassphrase({ passphrase: OTHER }, OTHER)).rejects.toThrow(
      'WRONG_PASSPHRASE',
    )
    await expect(vault.keys.changePassphrase({ passphrase: TEST_PASSPHRASE }, 'short')).rejects.toThrow(
      'PASSPHRASE_TOO_WEAK',
    )
    await vault.keys.changePassphrase({ passphrase: TEST_PASSPHRASE }, OTHER)
    expect(readFileSync(options.paths.store).equals(before)).toBe(true)
    vault.lock()
    await expect(vault.unlock(TEST_PASSPHRASE)).rejects.toThrow('WRONG_PASSPHRASE')
    await vault.unlock(OTHER)
    expect(acts(vault).slice(-4)).toEqual([
      'vault.passphrase-changed',
      'vault.locked',
      'vault.unlocked',
      'vault.unlock-failed',
    ])
    vault.lock()
  })

  test('a change overtaken by a lock changes nothing', async () => {
    const { vault, options } = await readyVault()
    const before = readFileSync(options.paths.keyring)
    const changing = vault.keys.changePassphrase({ passphrase: TEST_PASSPHRASE }, OTHER)
    await Promise.resolve()
    vault.lock()
    await expect(changing).rejects.toThrow('VAULT_LOCKED')
    expect(readFileSync(options.paths.keyring).equals(before)).toBe(true)
  })

  test('the code opens the vault, sets a passphrase, and stays good', async () => {
    const { vault, recoveryCode } = await readyVault()
    vault.lock()
    await expect(vault.unlockWithRecovery('no code', OTHER)).rejects.toThrow('WRONG_RECOVERY_CODE')
    await expect(vault.unlockWithRecovery(recoveryCode, 'short')).rejects.toThrow('PASSPHRASE_TOO_WEAK')
    await vault.unlockWithRecovery(recoveryCode, OTHER)
    vault.lock()
    await expect(vault.unlock(TEST_PASSPHRASE)).rejects.toThrow('WRONG_PASSPHRASE')
    await vault.unlock(OTHER)
    vault.lock()
    await vault.unlockWithRecovery(recoveryCode, TEST_PASSPHRASE)
    vault.lock()
  })
})

describe('damage', () => {
  test('a lost keyring is damage, never an invitation to make a new vault', async () => {
    const { vault, options } = await readyVault()
    vault.lock()
    rmSync(options.paths.keyring)
    const again = await loadVault(options)
    expect(again.state()).toBe('locked')
    await expect(again.unlock(TEST_PASSPHRASE)).rejects.toThrow('KEYRING_DAMAGED')
    await expect(again.create(TEST_PASSPHRASE)).rejects.toThrow('VAULT_EXISTS')
  })

  test('a lost store is damage, never a new empty one', async () => {
    const { vault, options } = await readyVault()
    vault.lock()
    renameSync(options.paths.store, `${options.paths.store}.gone`)
    await expect(vault.unlock(TEST_PASSPHRASE)).rejects.toThrow('STORE_DAMAGED')
    expect(existsSync(options.paths.store)).toBe(false)
  })

  test('the generation before a damaged keyring still opens, and heals it', async () => {
    const { vault, options } = await readyVault()
    const before = readFileSync(options.paths.keyring)
    await vault.keys.changePassphrase({ passphrase: TEST_PASSPHRASE }, OTHER)
    vault.lock()
    // As a power cut leaves it between the new generation and the removal of the old one.
    writeFileSync(`${options.paths.keyring}.previous`, before)
    writeFileSync(options.paths.keyring, readFileSync(options.paths.keyring).fill(0, 40, 50))
    await expect(vault.unlock(OTHER)).rejects.toThrow('KEYRING_DAMAGED')
    await vault.unlock(TEST_PASSPHRASE)
    vault.lock()
    expect(readdirSync(options.paths.root).toSorted()).toEqual(['head.log', 'keyring.json', 'store.db'])
    await (await loadVault(options)).unlock(TEST_PASSPHRASE)
  })

  test('a keyring of a later app is said to be newer', async () => {
    const { vault, options } = await readyVault()
    vault.lock()
    writeFileSync(options.paths.keyring, '{"v":2}')
    await expect(vault.unlock(TEST_PASSPHRASE)).rejects.toThrow('STORE_NEWER')
  })
})
