import { join } from 'node:path'

/** Where everything of one vault lies. All of it is readable only with the keys, except `settings`. */
export interface AppPaths {
  readonly root: string
  /** The wrapped keys; see `electron/vault/keyring-format.ts`. */
  readonly keyring: string
  /** The encrypted database. */
  readonly store: string
  /** Folder of the encrypted originals of 64 KiB and more. */
  readonly files: string
  /** How the app looks on this computer; holds nothing of a case. */
  readonly settings: string
}

/** The places under the folder `root`; makes nothing. */
export const appPaths = (root: string): AppPaths => ({
  root,
  keyring: join(root, 'keyring.json'),
  store: join(root, 'store.db'),
  files: join(root, 'files'),
  settings: join(root, 'settings.json'),
})
