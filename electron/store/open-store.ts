import { dirname } from 'node:path'
import type Database from 'better-sqlite3'
import { syncFolder } from '../platform/durable-file.ts'
import { Fault, isFault } from '../platform/fault.ts'
import { applyMigrations, migrationState } from './apply-migrations.ts'
import { connect } from './connect.ts'
import { type Holder, holderOf, tellHolder } from './holder.ts'
import { storeFault } from './sqlite-errors.ts'
import { createStore, type Store } from './store.ts'

export interface StoreOptions {
  readonly file: string
  /** The raw 32-byte key of the database; the caller wipes it. */
  readonly key: Uint8Array
  /** The folder that drizzle-kit writes: numbered SQL and `meta/_journal.json`. */
  readonly migrationsFolder: string
  /** Whether a missing file is made; without it a missing file is damage. */
  readonly create: boolean
  /** Who opens it, for the sentence that a second one is refused with; without it nothing is told. */
  readonly holder?: Holder
}

/**
 * Opens the encrypted store, migrated to what this app knows.
 *
 * Throws `STORE_DAMAGED`, `STORE_BUSY` (with who has it open), `STORE_NEWER`, `STORE_UNSAFE`, `DISK_FULL`, `DISK_FAILING` or
 * `MIGRATION_FAILED`; after the last one the file is what it was before.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { file, holder } = options
  const store = createStore(await openMigrated(options))
  if (!holder) return store
  const takeBack = tellHolder(file, holder)
  return {
    ...store,
    close() {
      takeBack() // while the lock is still ours: afterwards the file may be another's
      store.close()
    },
  }
}

/** The connection under `openStore`. */
export async function openMigrated(options: StoreOptions): Promise<Database.Database> {
  try {
    return await openAlone(options)
  } catch (error) {
    throw isFault(error, 'STORE_BUSY')
      ? new Fault('STORE_BUSY', holderOf(options.file), { cause: error })
      : error
  }
}

async function openAlone({ file, key, migrationsFolder, create }: StoreOptions): Promise<Database.Database> {
  const raw = connect(file, key, create)
  try {
    const { fresh, pending } = migrationState(raw, migrationsFolder)
    if (pending > 0) applyMigrations(raw, migrationsFolder)
    if (fresh) await syncFolder(dirname(file))
    return raw
  } catch (error) {
    raw.close()
    throw storeFault(error, file)
  }
}
