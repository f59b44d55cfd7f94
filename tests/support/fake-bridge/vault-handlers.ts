import type { VaultState } from '@bridge/channels/vault.ts'
import { type FakeHandlers, fail, type Tell } from './fake-handlers.ts'
import { PASSPHRASE, RECOVERY_CODE } from './scenes.ts'
import type { World } from './world.ts'

const become = (world: World, tell: Tell, state: VaultState): void => {
  world.scene.vault = state
  tell('vault', { state })
}

const plain = (code: string): string => code.replaceAll(/[\s-]/g, '').toUpperCase()

const checkStrength = (passphrase: string): void => {
  if ([...passphrase].length < 12) fail('PASSPHRASE_TOO_WEAK', { reason: 'TOO_SHORT' })
  if (/password/i.test(passphrase)) fail('PASSPHRASE_TOO_WEAK', { reason: 'TOO_COMMON' })
}

export const vaultHandlers: FakeHandlers<'vault'> = {
  'vault.status': (_input, world) => ({ state: world.scene.vault }),
  'vault.create': ({ passphrase }, world, tell) => {
    checkStrength(passphrase)
    become(world, tell, 'awaiting-recovery')
    return { recoveryCode: RECOVERY_CODE }
  },
  'vault.proveRecovery': ({ recoveryCode }, world, tell) => {
    if (plain(recoveryCode) !== plain(RECOVERY_CODE)) fail('WRONG_RECOVERY_CODE', {})
    become(world, tell, 'unlocked')
    return {}
  },
  'vault.unlock': ({ passphrase }, world, tell) => {
    if (passphrase !== PASSPHRASE) fail('WRONG_PASSPHRASE', {})
    become(world, tell, 'unlocked')
    return {}
  },
  'vault.unlockWithRecovery': ({ recoveryCode, newPassphrase }, world, tell) => {
    if (plain(recoveryCode) !== plain(RECOVERY_CODE)) fail('WRONG_RECOVERY_CODE', {})
    checkStrength(newPassphrase)
    become(world, tell, 'unlocked')
    return {}
  },
  'vault.lock': (_input, world, tell) => {
    become(world, tell, 'locked')
    return {}
  },
}

export const settingsHandlers: FakeHandlers<'settings'> = {
  'settings.get': (_input, world) => world.scene.settings,
  'settings.change': (change, world) => {
    Object.assign(world.scene.settings, change)
    return {}
  },
}
