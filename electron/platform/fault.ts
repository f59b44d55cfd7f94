import { constants } from 'node:os'

/** Everything that can go wrong with the vault, its store and its files, each named once. */
export type FaultCode =
  | 'VAULT_ABSENT'
  | 'VAULT_EXISTS'
  | 'VAULT_LOCKED'
  | 'PASSPHRASE_TOO_WEAK'
  | 'WRONG_PASSPHRASE'
  | 'WRONG_RECOVERY_CODE'
  | 'KEY_FILE_NEEDED'
  | 'WRONG_KEY_FILE'
  | 'KEY_FILE_PLACE'
  | 'KEYRING_DAMAGED'
  | 'STORE_DAMAGED'
  | 'STORE_BUSY'
  | 'STORE_NEWER'
  | 'STORE_UNSAFE'
  | 'MIGRATION_FAILED'
  | 'VAULT_PLACE_UNSAFE'
  | 'SALVAGE_PLACE'
  | 'FILE_MISSING'
  | 'FILE_DAMAGED'
  | 'DISK_FULL'
  | 'DISK_FAILING'

/** What may travel with a code: words, counts and ids of our own, never text of a case. */
export type FaultData = Readonly<Record<string, string | number>>

/** A named failure. Its message is its code, so that logging it by accident tells nothing of a case. */
export class Fault extends Error {
  readonly code: FaultCode
  readonly data: FaultData

  constructor(code: FaultCode, data: FaultData = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'Fault'
    this.code = code
    this.data = data
  }
}

/** Whether `error` is the fault named `code`. */
export const isFault = (error: unknown, code: FaultCode): error is Fault =>
  error instanceof Fault && error.code === code

/** The `code` of a Node or SQLite error, or undefined. */
export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
/** libuv has no name for a used-up quota, and gives the number. */
const QUOTA = constants.errno.EDQUOT

/**
 * `error`, or what it says of the disk: `DISK_FULL` where the operating system has no room left, `DISK_FAILING` where it could
 * not read or write.
 */
export function diskFault(error: unknown): unknown {
  const code = errorCode(error)
  if (code !== undefined && FULL.has(code)) return new Fault('DISK_FULL', {}, { cause: error })
  if (isQuota(error)) return new Fault('DISK_FULL', {}, { cause: error })
  return code === 'EIO' ? new Fault('DISK_FAILING', {}, { cause: error }) : error
}

const isQuota = (error: unknown): boolean =>
  error instanceof Error && 'errno' in error && Math.abs(Number(error.errno)) === QUOTA
