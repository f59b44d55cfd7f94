import { z } from 'zod'
import { command, query } from '../define-channel.ts'
import { vaultAlarm } from '../model/vault-alarm.ts'

const nothing = z.object({})
const passphrase = z.string().max(1_000)
const recoveryCode = z.string().max(200)

export const vaultState = z.enum(['absent', 'awaiting-recovery', 'locked', 'unlocked'])
export type VaultState = z.infer<typeof vaultState>

/** Whether the passphrase needs a key file beside it, and whether one was chosen since the program started. */
export const keyFileState = z.enum(['none', 'needed', 'chosen'])
export type KeyFileState = z.infer<typeof keyFileState>

const provenErrors = ['WRONG_PASSPHRASE', 'KEY_FILE_NEEDED', 'WRONG_KEY_FILE', 'KEYRING_DAMAGED'] as const

export const vaultChannels = {
  'vault.status': query({
    summary:
      'Whether there is a vault on this computer, whether it is open, and then any warning that its record lacks something.',
    input: nothing,
    output: z.object({ state: vaultState, keyFile: keyFileState, alarm: vaultAlarm.nullable() }),
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
    summary: 'Opens the vault with the passphrase, and with the key file that was chosen where it needs one.',
    input: z.object({ passphrase }),
    output: nothing,
    errors: [...provenErrors, 'VAULT_ABSENT', 'STORE_BUSY', 'STORE_NEWER', 'VAULT_PLACE_UNSAFE'],
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
  'vault.chooseKeyFile': command({
    summary:
      'Asks for the key file, and remembers where it lies until the program ends; `chosen` is false when the lawyer cancels.',
    input: nothing,
    output: z.object({ chosen: z.boolean() }),
    errors: [],
    touches: ['vault'],
    whenLocked: 'allow',
  }),
  'vault.changePassphrase': command({
    summary:
      'Sets a new passphrase, and with `newKeyFile` asks where to put a new key file; `done` is false when the lawyer cancels.',
    input: z.object({ passphrase, newPassphrase: passphrase, newKeyFile: z.boolean() }),
    output: z.object({ done: z.boolean() }),
    errors: [...provenErrors, 'PASSPHRASE_TOO_WEAK', 'KEY_FILE_PLACE'],
    touches: ['vault'],
  }),
  'vault.addKeyFile': command({
    summary:
      'Asks where to put a new key file, which the passphrase then needs beside it; `done` is false when the lawyer cancels.',
    input: z.object({ passphrase }),
    output: z.object({ done: z.boolean() }),
    errors: [...provenErrors, 'KEY_FILE_PLACE'],
    touches: ['vault'],
  }),
  'vault.removeKeyFile': command({
    summary: 'Lets the passphrase alone open the vault again. The key file stays where it lies.',
    input: z.object({ passphrase }),
    output: nothing,
    errors: provenErrors,
    touches: ['vault'],
  }),
  'vault.newRecoveryCode': command({
    summary: 'Makes a new recovery code, shown this once. The old one stays good until it is typed back.',
    input: z.object({ passphrase }),
    output: z.object({ recoveryCode: z.string() }),
    errors: provenErrors,
    touches: [],
  }),
  'vault.confirmRecoveryCode': command({
    summary: 'Takes the new recovery code typed back; the old one opens nothing from then on.',
    input: z.object({ recoveryCode }),
    output: nothing,
    errors: ['WRONG_RECOVERY_CODE', 'KEYRING_DAMAGED'],
    touches: ['vault'],
  }),
  'vault.stillHere': command({
    summary: 'Tells that somebody types or clicks in the window, so that the vault does not lock by itself.',
    input: nothing,
    output: nothing,
    errors: [],
    touches: [],
    whenLocked: 'allow',
  }),
  'vault.acceptAlarm': command({
    summary: 'Records that the lawyer has read the warning; it is shown until then, also over restarts.',
    input: nothing,
    output: nothing,
    errors: [],
    touches: ['vault'],
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
