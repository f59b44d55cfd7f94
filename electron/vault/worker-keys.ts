import { deriveKey } from './keyring.ts'

/** What a vault worker needs: never the master key, and no key that opens the keyring. 32 bytes each; who gets them wipes them. */
export interface WorkerKeys {
  readonly storeId: string
  /** Opens the database. */
  readonly store: Buffer
  /** Names the encrypted originals. */
  readonly name: Buffer
  /** Opens the encrypted originals. */
  readonly content: Buffer
  /** Seals the manifest of a backup and keys the digests of its tables. */
  readonly backup: Buffer
}

/** The keys of the open vault that a vault worker may be lent. */
export interface KeyLoan {
  /** Copies. Throws nothing; after `close` they are zeros and open nothing. */
  lend(): WorkerKeys
  close(): void
}

/** Derives them from the master key, which it does not keep. */
export function workerKeys(master: Uint8Array, storeId: string): WorkerKeys {
  const key = (purpose: string) => deriveKey(master, storeId, purpose)
  return {
    storeId,
    store: key('store'),
    name: key('file-name'),
    content: key('file-content'),
    backup: key('backup'),
  }
}

export function keepWorkerKeys(master: Uint8Array, storeId: string): KeyLoan {
  const kept = workerKeys(master, storeId)
  return {
    lend: () => ({
      storeId,
      store: Buffer.from(kept.store),
      name: Buffer.from(kept.name),
      content: Buffer.from(kept.content),
      backup: Buffer.from(kept.backup),
    }),
    close() {
      for (const key of [kept.store, kept.name, kept.content, kept.backup]) key.fill(0)
    },
  }
}
