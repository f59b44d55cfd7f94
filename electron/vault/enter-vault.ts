import { diskFiles } from '../files/disk-files.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { createAuditChain } from './audit-chain.ts'
import type { AuditAct } from './audit-entry.ts'
import { deriveKey } from './keyring.ts'
import type { OpenVault, VaultOptions } from './vault.ts'

/** Opens store and files with keys made from `master`, and records `act` as the first thing done with them. */
export async function enterVault(
  options: VaultOptions,
  storeId: string,
  master: Uint8Array,
  act: AuditAct['act'],
): Promise<OpenVault> {
  const store = await enterStore(options, deriveKey(master, storeId, 'store'), act === 'vault.created')
  const audit = createAuditChain({ storeId, ...options })
  try {
    store.write((writer) => {
      audit.append(writer, { act, objectId: storeId })
    })
  } catch (error) {
    store.close()
    throw error
  }
  const keys = {
    name: deriveKey(master, storeId, 'file-name'),
    content: deriveKey(master, storeId, 'file-content'),
  }
  return { storeId, store, files: diskFiles({ folder: options.paths.files, keys }), audit }
}

async function enterStore(options: VaultOptions, key: Buffer, create: boolean): Promise<Store> {
  const { paths, migrationsFolder } = options
  try {
    return await openStore({ file: paths.store, key, migrationsFolder, create })
  } finally {
    key.fill(0)
  }
}
