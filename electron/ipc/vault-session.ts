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

  const opening = async (open_: () => Promise<void>): Promise<Record<string, never>> => {
    await open_()
    current ??= open()
    return {}
  }

  const lock = async (): Promise<void> => {
    const closing = current
    current = undefined
    choices.clear()
    if (closing)
      await Promise.race([closing.close(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
    vault.lock()
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
