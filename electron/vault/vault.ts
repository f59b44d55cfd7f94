import type { VaultState } from '@bridge/channels/vault.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Clock } from '../platform/clock.ts'
import type { Fault } from '../platform/fault.ts'
import type { Ids } from '../platform/ids.ts'
import type { AppPaths } from '../platform/paths.ts'
import type { Run } from '../platform/run.ts'
import type { Store } from '../store/store.ts'
import type { Alarm } from './alarm.ts'
import type { Kdf } from './argon2.ts'
import type { AuditChain } from './audit-chain.ts'
import type { AuditActor } from './audit-entry.ts'
import type { Freshness } from './freshness.ts'
import type { HeadRecord } from './head-record.ts'
import type { WorkerKeys } from './worker-keys.ts'

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
  /** How the chain stood, on opening, to what was last seen of it. */
  readonly freshness: Freshness
  /** The finding that nobody has said yet to have read, of this opening or one before; null for none. */
  alarm(): Alarm | null
  /** Records that it was read. Throws what `store.write` throws. */
  acceptAlarm(): void
  /** What the disk did when the vault closed itself over a write that was not confirmed; undefined where it did not. */
  failure(): Fault | undefined
  /** Copies of the derived keys, for a vault worker; who gets them wipes them. */
  lendKeys(): WorkerKeys
  /** Writes a head record with the Merkle root of the whole chain, for what leaves the computer: backups, receipts. */
  headWithRoot(): HeadRecord
  /**
   * Records the locking, writes the last head record, closes everything and wipes the keys. With `confirmed` false, after
   * the disk did not confirm a write, it closes only. Throws `DISK_FULL`, `DISK_FAILING` or `STORE_DAMAGED` where the disk failed
   * at the very end; it is closed all the same, and nothing that was saved is lost by it.
   */
  close(confirmed?: boolean): void
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
  /**
   * Takes the code typed back and opens the new vault, also after a restart. Throws `WRONG_RECOVERY_CODE`, or `VAULT_EXISTS` where
   * another process has made one in the place of it.
   */
  proveRecovery(recoveryCode: string): Promise<void>
  /** The id of the key file that the passphrase needs beside it, as the keyring on disk has it; undefined for none. */
  keyFileId(): Promise<string | undefined>
  /** Throws `KEY_FILE_NEEDED`, `WRONG_KEY_FILE` or `WRONG_PASSPHRASE`; each wrong guess makes the next wait a second longer. */
  unlock(passphrase: string, keyFile?: string): Promise<void>
  /**
   * Opens it without any key file and sets a new passphrase that needs none; the code stays good. Throws
   * `WRONG_RECOVERY_CODE` or `PASSPHRASE_TOO_WEAK`.
   */
  unlockWithRecovery(recoveryCode: string, newPassphrase: string): Promise<void>
  readonly keys: KeyChanges
  /**
   * Runs `work` while nothing opens it, and then looks anew what lies on disk: a restored vault is locked, not absent. Throws
   * the refusal `VAULT_OPEN`.
   */
  whileClosed<T>(work: () => Promise<T>): Promise<T>
  /** Closes it at once and wipes the keys; an opening under way ends in `VAULT_LOCKED`. Throws as `OpenVault.close`. */
  lock(): void
}

/** What the lawyer proves herself with; `keyFile` is the path of the key file, where the vault has one. */
export interface KeyProof {
  readonly passphrase: string
  readonly keyFile?: string | undefined
}

/**
 * Changes of what opens an open vault. Each throws what `unlock` throws, and `VAULT_LOCKED`; what opened it before then still
 * does. A new key file is written to a path where there is nothing yet, or it throws `KEY_FILE_PLACE`.
 */
export interface KeyChanges {
  /** Keeps the key file there is, or makes a new one. Throws `PASSPHRASE_TOO_WEAK`. */
  changePassphrase(proof: KeyProof, newPassphrase: string, newKeyFile?: string): Promise<void>
  /** Makes a key file that the passphrase needs beside it from now on; one there was before opens nothing any more. */
  addKeyFile(proof: KeyProof, place: string): Promise<void>
  /** From now on the passphrase alone is enough. The file itself stays where it lies, and opens nothing. */
  removeKeyFile(proof: KeyProof): Promise<void>
  /** A new recovery code, shown this once. The old one stays good until this one is typed back. */
  offerRecoveryCode(proof: KeyProof): Promise<{ recoveryCode: string }>
  /** Takes the code that was offered; the old one opens nothing any more. Throws `WRONG_RECOVERY_CODE`. */
  takeRecoveryCode(typed: string): Promise<void>
}
