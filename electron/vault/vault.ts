import type { VaultState } from '@bridge/channels/vault.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Clock } from '../platform/clock.ts'
import type { Ids } from '../platform/ids.ts'
import type { AppPaths } from '../platform/paths.ts'
import type { Run } from '../platform/run.ts'
import type { Store } from '../store/store.ts'
import type { Kdf } from './argon2.ts'
import type { AuditChain } from './audit-chain.ts'
import type { AuditActor } from './audit-entry.ts'

export interface VaultOptions {
  readonly paths: AppPaths
  readonly migrationsFolder: string
  readonly kdf: Kdf
  readonly clock: Clock
  readonly ids: Ids
  readonly run: Run
  readonly sleep: (ms: number) => Promise<void>
  /** Who acts, and with which program, in the audit chain. */
  readonly actor: AuditActor
  readonly app: string
  readonly onChange?: (state: VaultState) => void
}

/** What there is while the vault is open. All of it is dead after `lock`. */
export interface OpenVault {
  readonly storeId: string
  readonly store: Store
  readonly files: FileStore
  readonly audit: AuditChain
}

/**
 * The one vault on this computer. Attempts run one after another. Beside what each names, every opening may throw
 * `VAULT_ABSENT`, `KEYRING_DAMAGED`, `STORE_DAMAGED`, `STORE_BUSY`, `STORE_NEWER`, `STORE_UNSAFE`, `MIGRATION_FAILED` and
 * `DISK_FULL`; it then stays locked.
 */
export interface Vault {
  state(): VaultState
  /** Throws `VAULT_LOCKED` while it is not open. */
  opened(): OpenVault
  /**
   * Makes a vault that is unusable until its recovery code is typed back; the code is shown this once. One whose code was
   * never proven may be made anew. Throws `VAULT_EXISTS` or `PASSPHRASE_TOO_WEAK`.
   */
  create(passphrase: string): Promise<{ recoveryCode: string }>
  /** Takes the code typed back and opens the new vault, also after a restart. Throws `WRONG_RECOVERY_CODE`. */
  proveRecovery(recoveryCode: string): Promise<void>
  /** Throws `WRONG_PASSPHRASE`; each failure makes the next try wait a second longer. */
  unlock(passphrase: string): Promise<void>
  /** Opens it and sets a new passphrase; the code stays good. Throws `WRONG_RECOVERY_CODE` or `PASSPHRASE_TOO_WEAK`. */
  unlockWithRecovery(recoveryCode: string, newPassphrase: string): Promise<void>
  /** Throws `VAULT_LOCKED`, `WRONG_PASSPHRASE` or `PASSPHRASE_TOO_WEAK`; the old passphrase is then still the one. */
  changePassphrase(passphrase: string, newPassphrase: string): Promise<void>
  /** Closes it at once and wipes the keys; an opening under way ends in `VAULT_LOCKED`. */
  lock(): void
}
