import { Fault } from '../platform/fault.ts'
import type { Kdf } from './argon2.ts'
import { readKeyFile } from './key-file.ts'
import { keyFileIdOf, openWithPassphrase, openWithRecovery } from './keyring.ts'
import { keyringFile } from './keyring-file.ts'
import type { Keyring } from './keyring-format.ts'
import { type WorkerKeys, workerKeys } from './worker-keys.ts'

/** What opens a keyring, by itself and without the store. */
export type KeyringSecret =
  | { readonly passphrase: string; readonly keyFile?: string | undefined }
  | { readonly recoveryCode: string }

/**
 * The keys of the vault whose keyring lies at `path`, for looking at it without opening it; `wipeKeys` when done. Writes nothing.
 * Throws `VAULT_ABSENT`, `KEYRING_DAMAGED`, `KEY_FILE_NEEDED`, `WRONG_KEY_FILE`, `WRONG_PASSPHRASE` or `WRONG_RECOVERY_CODE`.
 */
export async function readKeys(path: string, secret: KeyringSecret, kdf: Kdf): Promise<WorkerKeys> {
  const found = await keyringFile(path, kdf.limits).read()
  if (!found) throw new Fault('VAULT_ABSENT')
  const master = await openKeyring(found.keyring, secret, kdf)
  try {
    return workerKeys(master, found.keyring.storeId)
  } finally {
    master.fill(0)
  }
}

export function wipeKeys({ store, name, content, backup }: WorkerKeys): void {
  for (const key of [store, name, content, backup]) key.fill(0)
}

/** The master key, for the caller to wipe. Throws `KEY_FILE_NEEDED`, `WRONG_KEY_FILE`, `WRONG_PASSPHRASE` or `WRONG_RECOVERY_CODE`. */
export async function openKeyring(keyring: Keyring, secret: KeyringSecret, kdf: Kdf): Promise<Buffer> {
  if ('recoveryCode' in secret) return openWithRecovery(keyring, secret.recoveryCode)
  const { storeId } = keyring
  const [id, path] = [keyFileIdOf(keyring), secret.keyFile]
  const keyFile =
    id !== undefined && path !== undefined ? await readKeyFile(path, { storeId, id }) : undefined
  return openWithPassphrase(keyring, secret.passphrase, kdf, keyFile)
}
