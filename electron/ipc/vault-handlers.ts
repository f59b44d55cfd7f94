import type { ChannelsOf, Handlers } from '@bridge/channels/index.ts'
import type { Dialogs } from '../platform/dialogs.ts'
import type { KeyProof, Vault } from '../vault/vault.ts'

export interface VaultHandlersParts {
  vault: Vault
  dialogs: Dialogs
  isLocked(): boolean
  lock(): Promise<void>
  /** Enters the vault and opens the desk. */
  opening(enter: () => Promise<void>): Promise<Record<string, never>>
  /** Somebody types or clicks. */
  stillHere(): void
  keyFile: RememberedKeyFile
}

/** Where the key file was last said to lie, so that it need not be chosen at every unlocking; on no disk. */
export interface RememberedKeyFile {
  path: string | undefined
}

type VaultHandlers = Handlers<ChannelsOf<'vault'>>

/** The door of the vault. */
export function vaultHandlers(parts: VaultHandlersParts): VaultHandlers {
  const { vault, dialogs, lock, opening, keyFile } = parts
  return {
    'vault.status': async () => {
      const wanted = await vault.keyFileId()
      // While a lock still waits for long work the vault is shut for everybody already.
      const state = vault.state() === 'unlocked' && parts.isLocked() ? 'locked' : vault.state()
      const alarm = state === 'unlocked' ? vault.opened().alarm() : null
      return {
        state,
        keyFile: wanted === undefined ? 'none' : keyFile.path === undefined ? 'needed' : 'chosen',
        alarm: alarm && { finding: alarm.finding, expected: alarm.expected, found: alarm.found },
      }
    },
    'vault.create': ({ passphrase }) => vault.create(passphrase),
    'vault.proveRecovery': ({ recoveryCode }) => opening(() => vault.proveRecovery(recoveryCode)),
    'vault.unlock': ({ passphrase }) => opening(() => vault.unlock(passphrase, keyFile.path)),
    'vault.unlockWithRecovery': ({ recoveryCode, newPassphrase }) =>
      opening(() => vault.unlockWithRecovery(recoveryCode, newPassphrase)),
    'vault.chooseKeyFile': async () => {
      const [path] = (await dialogs.chooseFiles('key-file')) ?? []
      if (path !== undefined) keyFile.path = path
      return { chosen: path !== undefined }
    },
    'vault.stillHere': () => {
      parts.stillHere()
      return {}
    },
    'vault.acceptAlarm': () => {
      vault.opened().acceptAlarm()
      return {}
    },
    'vault.lock': async () => {
      await lock()
      return {}
    },
    ...keyHandlers({ vault, dialogs, keyFile }),
  }
}

/** What the save dialog proposes; it says what the file is and not whose. */
const KEY_FILE_NAME = 'redchop-key-file.txt'

interface KeyHandlersParts {
  vault: Vault
  dialogs: Dialogs
  keyFile: RememberedKeyFile
}

type KeyChannel =
  | 'vault.changePassphrase'
  | 'vault.addKeyFile'
  | 'vault.removeKeyFile'
  | 'vault.newRecoveryCode'
  | 'vault.confirmRecoveryCode'

function keyHandlers({ vault, dialogs, keyFile }: KeyHandlersParts): Handlers<KeyChannel> {
  const { keys } = vault
  const proof = (passphrase: string): KeyProof => ({ passphrase, keyFile: keyFile.path })
  /** Asks for a place and does the work with it; not done where the lawyer cancels. */
  const withPlace = async (work: (place: string) => Promise<void>): Promise<{ done: boolean }> => {
    const place = await dialogs.chooseSavePath(KEY_FILE_NAME)
    if (place === null) return { done: false }
    await work(place)
    keyFile.path = place // which the vault needs from now on
    return { done: true }
  }
  return {
    'vault.changePassphrase': async ({ passphrase, newPassphrase, newKeyFile }) => {
      if (newKeyFile)
        return withPlace((place) => keys.changePassphrase(proof(passphrase), newPassphrase, place))
      await keys.changePassphrase(proof(passphrase), newPassphrase)
      return { done: true }
    },
    'vault.addKeyFile': ({ passphrase }) => withPlace((place) => keys.addKeyFile(proof(passphrase), place)),
    'vault.removeKeyFile': async ({ passphrase }) => {
      await keys.removeKeyFile(proof(passphrase))
      return {}
    },
    'vault.newRecoveryCode': ({ passphrase }) => keys.offerRecoveryCode(proof(passphrase)),
    'vault.confirmRecoveryCode': async ({ recoveryCode }) => {
      await keys.takeRecoveryCode(recoveryCode)
      return {}
    },
  }
}
