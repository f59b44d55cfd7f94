import { join } from 'node:path'

/** Where everything of one vault lies. All of it is readable only with the keys, except `settings`. */
export interface AppPaths {
  readonly root: string
  /** The wrapped keys; see `electron/vault/keyring-format.ts`. */
  readonly keyring: string
  /** The encrypted database. */
  readonly store: string
  /** The newest state of the audit chain, told outside the store; see `electron/vault/head-record.ts`. */
  readonly head: string
  /** Folder of the encrypted originals of 64 KiB and more. */
  readonly files: string
  /** Encrypted files that no row refers to, moved there by the start-up instead of being deleted. */
  readonly quarantine: string
  /** How the app looks on this computer; holds nothing of a case. */
  readonly settings: string
  /** A folder away from `root`, for a second copy of the newest head record of each vault; undefined for none. */
  readonly headCopy: string | undefined
}

/** The places under the folder `root`, and the one away from it; makes nothing. */
export const appPaths = (root: string, headCopy?: string): AppPaths => ({
  root,
  keyring: join(root, 'keyring.json'),
  store: join(root, 'store.db'),
  files: join(root, 'files'),
  quarantine: join(root, 'quarantine'),
  settings: join(root, 'settings.json'),
  head: join(root, 'head.log'),
  headCopy,
})
