import type Database from 'better-sqlite3'
import type { AppPaths } from '../../electron/platform/paths.ts'
import { connect } from '../../electron/store/connect.ts'
import { deriveKey, openWithPassphrase } from '../../electron/vault/keyring.ts'
import { keyringFile } from '../../electron/vault/keyring-file.ts'
import { cheapKdf } from './cheap-kdf.ts'
import { TEST_PASSPHRASE } from './test-vault.ts'

/** A forger with the passphrase and a database tool: opens the closed store of a test vault below all its rules. */
export async function forgeStore(paths: AppPaths, forge: (raw: Database.Database) => void): Promise<void> {
  const found = await keyringFile(paths.keyring, cheapKdf.limits).read()
  if (!found) throw new TypeError('There is no vault to forge')
  const master = await openWithPassphrase(found.keyring, TEST_PASSPHRASE, cheapKdf)
  const raw = connect(paths.store, deriveKey(master, found.keyring.storeId, 'store'), false)
  try {
    forge(raw)
  } finally {
    raw.close()
  }
}
