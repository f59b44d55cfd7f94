import { existsSync } from 'node:fs'
import type { VaultState } from '@bridge/channels/vault.ts'
import { refusal } from '@bridge/refusal.ts'
import { Fault } from '../platform/fault.ts'
import { refuseUnsafePlace } from '../platform/unsafe-place.ts'
import { type Entering, enterVault } from './enter-vault.ts'
import { asReady, createKeyring, keyFileIdOf, openWithRecovery, withSecrets } from './keyring.ts'
import { type FoundKeyring, type KeyringFile, keyringFile } from './keyring-file.ts'
import { refuseWeakPassphrase } from './passphrase.ts'
import { TryGate } from './try-gate.ts'
import type { OpenVault, Vault, VaultOptions } from './vault.ts'
import { VaultKeys } from './vault-keys.ts'
import { wiping } from './wiping.ts'

/** The vault under `options.paths`, not open. Writes nothing, and a damaged keyring shows only on unlocking. */
export async function loadVault(options: VaultOptions): Promise<Vault> {
  const file = keyringFile(options.paths.keyring, options.kdf.limits)
  return new DiskVault(options, file, await closedState(options, file))
}

/** Where keys should be and are damaged, there is a vault: it must not be offered to be made anew. */
async function closedState(options: VaultOptions, file: KeyringFile): Promise<VaultState> {
  const found = await file.read().catch((error: unknown) => {
    if (error instanceof Fault) return error
    throw error
  })
  if (!found) return existsSync(options.paths.store) ? 'locked' : 'absent'
  if (found instanceof Fault || found.keyring.state === 'ready') return 'locked'
  return 'awaiting-recovery'
}

class DiskVault implements Vault {
  readonly #options: VaultOptions
  readonly #file: KeyringFile
  readonly #gate: TryGate
  readonly keys: VaultKeys
  #state: VaultState
  #open: OpenVault | undefined
  /** The id of the vault that was made here last. */
  #made: string | undefined
  /** Counts locks: an opening that saw another number has been overtaken by one. */
  #locks = 0

  constructor(options: VaultOptions, file: KeyringFile, state: VaultState) {
    this.#options = options
    this.#file = file
    this.#gate = new TryGate(options.sleep)
    this.#state = state
    const [find, opened] = [() => this.#find('ready'), () => this.opened()]
    this.keys = new VaultKeys({ options, file, gate: this.#gate, find, opened })
  }

  state(): VaultState {
    return this.#state
  }

  opened(): OpenVault {
    if (!this.#open) throw new Fault('VAULT_LOCKED')
    return this.#open
  }

  create(passphrase: string): Promise<{ recoveryCode: string }> {
    return this.#gate.next(async () => {
      const { ids, kdf, paths } = this.#options
      await this.#refuseExisting()
      refuseUnsafePlace(paths.root)
      refuseWeakPassphrase(passphrase)
      const { keyring, recoveryCode } = await createKeyring(ids.next(), passphrase, kdf)
      await this.#refuseExisting() // hashing the passphrase takes seconds
      await this.#file.replace(keyring)
      this.#made = keyring.storeId
      this.#become('awaiting-recovery')
      return { recoveryCode }
    })
  }

  proveRecovery(recoveryCode: string): Promise<void> {
    const locks = this.#locks
    return this.#gate.next(async () => {
      const { keyring } = await this.#find('awaiting-recovery')
      // Another process has made one over ours: it is that one's code that is asked for, and ours is not wrong.
      if (this.#made !== undefined && this.#made !== keyring.storeId) throw new Fault('VAULT_EXISTS')
      const master = await this.#gate.guess(() => openWithRecovery(keyring, recoveryCode))
      await wiping(master, async () => {
        // The store first: a keyring that says `ready` promises that there is one.
        const opened = await this.#enterVault(keyring.storeId, master, 'vault.created')
        await this.#enter(opened, locks, async () => {
          await this.#file.replace(asReady(keyring, master))
          await this.#file.forgetPrevious()
        })
      })
    })
  }

  async keyFileId(): Promise<string | undefined> {
    const found = await this.#file.read().catch(() => undefined)
    return found && keyFileIdOf(found.keyring)
  }

  unlock(passphrase: string, path?: string): Promise<void> {
    const locks = this.#locks
    return this.#gate.next(async () => {
      if (this.#open) return
      const found = await this.#find('ready')
      const [master, keyFile] = await this.keys.prove(found, { passphrase, keyFile: path })
      keyFile?.secret.fill(0)
      await wiping(master, async () => {
        const opened = await this.#enterVault(found.keyring.storeId, master, 'vault.unlocked')
        await this.#enter(opened, locks, async () => {
          if (!found.newest) await this.#file.replace(found.keyring)
          await this.#file.forgetPrevious()
        })
      })
    })
  }

  unlockWithRecovery(recoveryCode: string, newPassphrase: string): Promise<void> {
    const locks = this.#locks
    return this.#gate.next(async () => {
      if (this.#open) return
      const { keyring } = await this.#find('ready')
      refuseWeakPassphrase(newPassphrase)
      const master = await this.#gate.guess(() => openWithRecovery(keyring, recoveryCode))
      await wiping(master, async () => {
        const next = await withSecrets(keyring, master, { passphrase: newPassphrase }, this.#options.kdf)
        const opened = await this.#enterVault(keyring.storeId, master, 'vault.recovered')
        await this.#enter(opened, locks, () => this.#file.replace(next))
      })
    })
  }

  whileClosed<T>(work: () => Promise<T>): Promise<T> {
    return this.#gate.next(async () => {
      if (this.#open) throw refusal('VAULT_OPEN')
      try {
        return await work()
      } finally {
        this.#become(await closedState(this.#options, this.#file))
      }
    })
  }

  lock(): void {
    this.#close(true)
  }

  #close(confirmed: boolean): void {
    this.#locks += 1
    this.keys.forget()
    const closing = this.#open
    if (!closing) return
    this.#open = undefined
    try {
      closing.close(confirmed)
    } catch (error) {
      if (confirmed) throw error // otherwise whoever began to write is told already
    } finally {
      this.#become('locked')
    }
  }

  async #enterVault(storeId: string, master: Uint8Array, act: Entering['act']): Promise<OpenVault> {
    const wrongGuesses = this.#gate.wrongGuesses()
    const stop = (): void => this.#close(false)
    const opened = await enterVault(this.#options, storeId, master, { act, wrongGuesses, stop })
    this.#gate.forgetWrong()
    return opened
  }

  /** Asked of the disk, not of memory: another process may have made one meanwhile. */
  async #refuseExisting(): Promise<void> {
    const state = this.#open ? 'unlocked' : await closedState(this.#options, this.#file)
    const free =
      state === 'absent' || (state === 'awaiting-recovery' && !existsSync(this.#options.paths.store))
    if (!free) throw new Fault('VAULT_EXISTS')
  }

  async #find(state: 'awaiting-recovery' | 'ready'): Promise<FoundKeyring> {
    const found = await this.#file.read()
    if (!found && existsSync(this.#options.paths.store))
      throw new Fault('KEYRING_DAMAGED', { what: 'missing' })
    if (found?.keyring.state !== state)
      throw new Fault(found && state !== 'ready' ? 'VAULT_EXISTS' : 'VAULT_ABSENT')
    return found
  }

  /** Hands the vault over once `settle` has put the keyring right; otherwise, or when locked meanwhile, closes it again. */
  async #enter(opened: OpenVault, locks: number, settle: () => Promise<void>): Promise<void> {
    try {
      await settle()
      if (locks !== this.#locks) throw new Fault('VAULT_LOCKED')
    } catch (error) {
      try {
        opened.close()
      } catch {
        // What went wrong first is what is told.
      }
      throw error
    }
    this.#open = opened
    this.#become('unlocked')
  }

  #become(state: VaultState): void {
    this.#state = state
    this.#options.onChange?.(state)
  }
}
