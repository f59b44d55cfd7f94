import { refusal } from '@bridge/refusal.ts'
import type { Choices } from '../platform/choices.ts'
import type { Dialogs } from '../platform/dialogs.ts'
import { Fault } from '../platform/fault.ts'
import type { Vault } from '../vault/vault.ts'
import type { Desk } from './desk.ts'
import { type RememberedKeyFile, vaultHandlers } from './vault-handlers.ts'

export interface VaultSessionParts {
  vault: Vault
  choices: Choices
  dialogs: Dialogs
  open(): Desk
  /** Called the moment a lock begins: nothing of the vault may be read from then on, by nobody. */
  onLocking(): void
  /** Called once a vault that was open, or half opened, is closed, whatever closed it. */
  onClosed(): void
  keyFile: RememberedKeyFile
  /** Somebody types or clicks in the window. */
  stillHere(): void
}

/**
 * Long work gets this long to end by itself before the vault closes over it; what it leaves is marked abandoned. With the
 * closing of the store a lock is then done within 2 s, whatever runs.
 */
const PATIENCE_MS = 1_200

export type VaultSession = ReturnType<typeof createVaultSession>

/** The vault and the desk that exists while it is open. */
export function createVaultSession(parts: VaultSessionParts) {
  const { vault, choices, dialogs, open } = parts
  let current: Desk | undefined
  /** The lock under way. An opening waits for it: until then the vault is still open, and would ask for no passphrase. */
  let locking: Promise<void> = Promise.resolve()

  const opening = async (enter: () => Promise<void>): Promise<Record<string, never>> => {
    await locking.catch(() => undefined)
    await enter().catch((cause: unknown) => {
      if (!current && !isAtTheDoor(cause)) parts.onClosed()
      throw cause
    })
    try {
      current ??= open()
      parts.stillHere()
    } catch (cause) {
      vault.lock()
      parts.onClosed()
      throw cause
    }
    return {}
  }

  const lock = (): Promise<void> => {
    const closing = current
    current = undefined
    choices.clear()
    if (closing) parts.onLocking()
    locking = locking
      .catch(() => undefined)
      .then(() => closing && withinPatience(closing.close()))
      .finally(() => {
        try {
          vault.lock()
        } finally {
          if (closing) parts.onClosed()
        }
      })
    return locking
  }

  const isLocked = (): boolean => current === undefined
  const { stillHere } = parts
  const { keyFile } = parts
  const handlers = vaultHandlers({ vault, dialogs, isLocked, lock, opening, stillHere, keyFile })

  return {
    handlers,
    lock,
    isLocked,
    /** @throws Refusal VAULT_LOCKED */
    desk(): Desk {
      if (!current) throw refusal('VAULT_LOCKED')
      return current
    },
  }
}

/** Refused before any key was known. */
const AT_THE_DOOR = new Set<string>([
  ...['WRONG_PASSPHRASE', 'WRONG_RECOVERY_CODE', 'KEY_FILE_NEEDED', 'WRONG_KEY_FILE'],
  ...['VAULT_ABSENT', 'KEYRING_DAMAGED', 'PASSPHRASE_TOO_WEAK'],
])
const isAtTheDoor = (cause: unknown): boolean => cause instanceof Fault && AT_THE_DOOR.has(cause.code)

async function withinPatience(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS)
  })
  await Promise.race([work, patience]).finally(() => clearTimeout(timer))
}
