import { rm } from 'node:fs/promises'
import { Fault, isFault } from '../platform/fault.ts'
import type { AuditAct } from './audit-entry.ts'
import { type KeyFile, makeKeyFile, readKeyFile } from './key-file.ts'
import {
  keyFileIdOf,
  openWithPassphrase,
  openWithRecovery,
  type Secrets,
  withNewRecovery,
  withSecrets,
} from './keyring.ts'
import type { FoundKeyring, KeyringFile } from './keyring-file.ts'
import type { Keyring } from './keyring-format.ts'
import { refuseWeakPassphrase } from './passphrase.ts'
import type { TryGate } from './try-gate.ts'
import type { KeyChanges, KeyProof, OpenVault, VaultOptions } from './vault.ts'
import { wiping } from './wiping.ts'

interface VaultKeysParts {
  options: VaultOptions
  file: KeyringFile
  gate: TryGate
  /** Throws `VAULT_LOCKED`. */
  opened(): OpenVault
  find(): Promise<FoundKeyring>
}

/**
 * What opens the vault, proven and changed. Every change writes a new keyring around the same master key, opens it once from
 * the disk and only then removes the one before; the store and the files are not touched.
 */
export class VaultKeys implements KeyChanges {
  readonly #parts: VaultKeysParts
  /** A recovery code that was shown and not typed back yet: the keyring it belongs to. The code itself is not kept. */
  #offered: Keyring | undefined

  constructor(parts: VaultKeysParts) {
    this.#parts = parts
  }

  /** The master key and the key file that helped; for a keyring whose newest generation is damaged, no passphrase is wrong. */
  async prove({ keyring, newest }: FoundKeyring, proof: KeyProof): Promise<[Buffer, KeyFile | undefined]> {
    const { gate, options } = this.#parts
    const id = keyFileIdOf(keyring)
    if (id && proof.keyFile === undefined) throw new Fault('KEY_FILE_NEEDED')
    const keyFile =
      id && proof.keyFile ? await readKeyFile(proof.keyFile, { storeId: keyring.storeId, id }) : undefined
    try {
      const { passphrase } = proof
      return [await gate.guess(() => openWithPassphrase(keyring, passphrase, options.kdf, keyFile)), keyFile]
    } catch (error) {
      throw !newest && isFault(error, 'WRONG_PASSPHRASE') ? new Fault('KEYRING_DAMAGED') : error
    }
  }

  changePassphrase(proof: KeyProof, newPassphrase: string, newKeyFile?: string): Promise<void> {
    return this.#change(proof, 'vault.passphrase-changed', async (keyring, master, keyFile) => {
      refuseWeakPassphrase(newPassphrase)
      if (newKeyFile === undefined)
        return this.#settle(keyring, master, { passphrase: newPassphrase, keyFile })
      await this.#withNewFile(keyring, master, newPassphrase, newKeyFile)
    })
  }

  addKeyFile(proof: KeyProof, place: string): Promise<void> {
    return this.#change(proof, 'vault.key-file-added', (keyring, master) =>
      this.#withNewFile(keyring, master, proof.passphrase, place),
    )
  }

  removeKeyFile(proof: KeyProof): Promise<void> {
    return this.#change(proof, 'vault.key-file-removed', (keyring, master) =>
      this.#settle(keyring, master, { passphrase: proof.passphrase }),
    )
  }

  offerRecoveryCode(proof: KeyProof): Promise<{ recoveryCode: string }> {
    return this.#parts.gate.next(async () => {
      this.#parts.opened()
      const { keyring } = await this.#parts.find()
      const [master] = await this.prove({ keyring, newest: true }, proof)
      return wiping(master, async () => {
        const offer = withNewRecovery(keyring, master)
        this.#offered = offer.keyring
        return { recoveryCode: offer.recoveryCode }
      })
    })
  }

  takeRecoveryCode(typed: string): Promise<void> {
    return this.#parts.gate.next(async () => {
      const { file, gate, opened, find } = this.#parts
      const offered = this.#offered
      opened()
      // Another change of the keys has overtaken it: the code shown belongs to a keyring that never came to be.
      if (!offered || offered.prev !== (await find()).keyring.check) throw new Fault('WRONG_RECOVERY_CODE')
      const master = await gate.guess(() => openWithRecovery(offered, typed))
      master.fill(0)
      await file.replace(offered)
      const found = await find()
      openWithRecovery(found.keyring, typed).fill(0)
      await file.forgetPrevious()
      this.#offered = undefined
      this.#record('vault.recovery-code-changed')
    })
  }

  /** Called at every lock. */
  forget(): void {
    this.#offered = undefined
  }

  #change(
    proof: KeyProof,
    act: AuditAct['act'],
    work: (keyring: Keyring, master: Buffer, keyFile: KeyFile | undefined) => Promise<void>,
  ): Promise<void> {
    return this.#parts.gate.next(async () => {
      this.#parts.opened()
      const found = await this.#parts.find()
      const [master, keyFile] = await this.prove(found, proof)
      try {
        await wiping(master, () => work(found.keyring, master, keyFile))
      } finally {
        keyFile?.secret.fill(0)
      }
      this.#record(act)
    })
  }

  /** A key file whose keyring did not come about opens nothing, and is removed again. */
  async #withNewFile(keyring: Keyring, master: Buffer, passphrase: string, place: string): Promise<void> {
    const keyFile = await makeKeyFile(place, keyring.storeId, this.#parts.options.paths.root)
    try {
      await this.#settle(keyring, master, { passphrase, keyFile })
    } catch (error) {
      const now = await this.#parts.find().catch(() => undefined)
      if (now && keyFileIdOf(now.keyring) !== keyFile.id) await rm(place, { force: true })
      throw error
    } finally {
      keyFile.secret.fill(0)
    }
  }

  /** Puts the next keyring in place, opens it as the next unlocking will, and only then gives up the one before. */
  async #settle(keyring: Keyring, master: Buffer, secrets: Secrets): Promise<void> {
    const { file, find, options, opened } = this.#parts
    const next = await withSecrets(keyring, master, secrets, options.kdf)
    opened()
    await file.replace(next)
    const found = await find()
    const again = await openWithPassphrase(found.keyring, secrets.passphrase, options.kdf, secrets.keyFile)
    again.fill(0)
    await file.forgetPrevious()
  }

  #record(act: AuditAct['act']): void {
    const { store, audit, storeId } = this.#parts.opened()
    store.write((writer) => {
      audit.append(writer, { act, objectId: storeId })
    })
  }
}
