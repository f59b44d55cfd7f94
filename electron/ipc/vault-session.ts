import type { ChannelsOf, Handlers } from '@bridge/channels/index.ts'
import { refusal } from '@bridge/refusal.ts'
import type { Choices } from '../platform/choices.ts'
import type { Vault } from '../vault/vault.ts'
import type { Desk } from './desk.ts'

export interface VaultSessionParts {
  vault: Vault
  choices: Choices
  open(): Desk
}

/** Long work gets this long to end by itself before the vault closes over it; what it leaves is marked abandoned. */
const PATIENCE_MS = 2_000

export type VaultSession = ReturnType<typeof createVaultSession>

/** The vault and the desk that exists while it is open. */
export function createVaultSession({ vault, choices, open }: VaultSessionParts) {
  let current: Desk | undefined
  /** The lock under way. An opening waits for it: until then the vault is still open, and would ask for no passphrase. */
  let locking: Promise<void> = Promise.resolve()

  const opening = async (enter: () => Promise<void>): Promise<Record<string, never>> => {
    await locking.catch(() => undefined)
    await enter()
    try {
      current ??= open()
    } catch (cause) {
      vault.lock()
      throw cause
    }
    return {}
  }

  const lock = (): Promise<void> => {
    const closing = current
    current = undefined
    choices.clear()
    locking = locking
      .catch(() => undefined)
      .then(() => closing && withinPatience(closing.close()))
      .finally(() => vault.lock())
    return locking
  }

  const handlers: Handlers<ChannelsOf<'vault'>> = {
    'vault.status': () => ({ state: vault.state() }),
    'vault.create': ({ passphrase }) => vault.create(passphrase),
    'vault.proveRecovery': ({ recoveryCode }) => opening(() => vault.proveRecovery(recoveryCode)),
    'vault.unlock': ({ passphrase }) => opening(() => vault.unlock(passphrase)),
    'vault.unlockWithRecovery': ({ recoveryCode, newPassphrase }) =>
      opening(() => vault.unlockWithRecovery(recoveryCode, newPassphrase)),
    'vault.lock': async () => {
      await lock()
      return {}
    },
  }

  return {
    handlers,
    lock,
    isLocked: (): boolean => current === undefined,
    /** @throws Refusal VAULT_LOCKED */
    desk(): Desk {
      if (!current) throw refusal('VAULT_LOCKED')
      return current
    },
  }
}

async function withinPatience(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS)
  })
  await Promise.race([work, patience]).finally(() => clearTimeout(timer))
}
