import { z } from 'zod'
import { command, query } from '../define-channel.ts'

const nothing = z.object({})
const passphrase = z.string().max(1_000)
const recoveryCode = z.string().max(200)

export const vaultState = z.enum(['absent', 'awaiting-recovery', 'locked', 'unlocked'])
export type VaultState = z.infer<typeof vaultState>

export const vaultChannels = {
  'vault.status': query({
    summary: 'Whether there is a vault on this computer, and whether it is open.',
    input: nothing,
    output: z.object({ state: vaultState }),
    errors: [],
    reads: ['vault'],
    whenLocked: 'allow',
  }),
  'vault.create': command({
    summary: 'Makes the vault and its recovery code. It stays unusable until the code has been typed back.',
    input: z.object({ passphrase }),
    output: z.object({ recoveryCode: z.string() }),
    errors: ['VAULT_EXISTS', 'PASSPHRASE_TOO_WEAK', 'VAULT_PLACE_UNSAFE'],
    touches: ['vault'],
    whenLocked: 'allow',
  }),
  'vault.proveRecovery': command({
    summary: 'Takes the recovery code typed back, and opens the new vault.',
    input: z.object({ recoveryCode }),
    output: nothing,
    errors: [
      'WRONG_RECOVERY_CODE',
      'VAULT_ABSENT',
      'VAULT_EXISTS',
      'KEYRING_DAMAGED',
      'STORE_BUSY',
      'VAULT_PLACE_UNSAFE',
    ],
    touches: ['vault'],
    whenLocked: 'allow',
  }),
  'vault.unlock': command({
    summary: 'Opens the vault with the passphrase.',
    input: z.object({ passphrase }),
    output: nothing,
    errors: [
      'WRONG_PASSPHRASE',
      'VAULT_ABSENT',
      'KEYRING_DAMAGED',
      'STORE_BUSY',
      'STORE_NEWER',
      'VAULT_PLACE_UNSAFE',
    ],
    touches: ['vault'],
    whenLocked: 'allow',
  }),
  'vault.unlockWithRecovery': command({
    summary: 'Opens the vault with the recovery code and sets a new passphrase.',
    input: z.object({ recoveryCode, newPassphrase: passphrase }),
    output: nothing,
    errors: [
      'WRONG_RECOVERY_CODE',
      'PASSPHRASE_TOO_WEAK',
      'VAULT_ABSENT',
      'KEYRING_DAMAGED',
      'STORE_BUSY',
      'STORE_NEWER',
      'VAULT_PLACE_UNSAFE',
    ],
    touches: ['vault'],
    whenLocked: 'allow',
  }),
  'vault.lock': command({
    summary: 'Closes the vault at once; long work is stopped.',
    input: nothing,
    output: nothing,
    errors: [],
    touches: ['vault'],
    whenLocked: 'allow',
  }),
}
