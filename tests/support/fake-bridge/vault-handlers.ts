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

const checkPassphrase = (passphrase: string): void => {
  if (passphrase !== PASSPHRASE) fail('WRONG_PASSPHRASE', {})
}

export const vaultHandlers: FakeHandlers<'vault'> = {
  'vault.status': (_input, { scene }) => ({
    state: scene.vault,
    keyFile: scene.keyFile,
    alarm: scene.vault === 'unlocked' ? scene.alarm : null,
  }),
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
    if (world.scene.keyFile === 'needed') fail('KEY_FILE_NEEDED', {})
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
  'vault.chooseKeyFile': (_input, world, tell) => {
    world.scene.keyFile = 'chosen'
    tell('changed', { topics: ['vault'] })
    return { chosen: true }
  },
  'vault.changePassphrase': ({ passphrase, newPassphrase }) => {
    checkPassphrase(passphrase)
    checkStrength(newPassphrase)
    return { done: true }
  },
  'vault.addKeyFile': ({ passphrase }, world) => {
    checkPassphrase(passphrase)
    world.scene.keyFile = 'chosen'
    return { done: true }
  },
  'vault.removeKeyFile': ({ passphrase }, world) => {
    checkPassphrase(passphrase)
    world.scene.keyFile = 'none'
    return {}
  },
  'vault.newRecoveryCode': ({ passphrase }) => {
    checkPassphrase(passphrase)
    return { recoveryCode: RECOVERY_CODE }
  },
  'vault.confirmRecoveryCode': ({ recoveryCode }) => {
    if (plain(recoveryCode) !== plain(RECOVERY_CODE)) fail('WRONG_RECOVERY_CODE', {})
    return {}
  },
  'vault.stillHere': () => ({}),
  'vault.acceptAlarm': (_input, world, tell) => {
    world.scene.alarm = null
    tell('changed', { topics: ['vault'] })
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

export const draftsHandlers: FakeHandlers<'drafts'> = {
  'drafts.list': (_input, { drafts }) => ({ drafts: [...drafts].map(([key, text]) => ({ key, text })) }),
  'drafts.keep': ({ key, text }, { drafts }) => {
    drafts.set(key, text)
    return {}
  },
  'drafts.drop': ({ key }, { drafts }) => {
    drafts.delete(key)
    return {}
  },
}

export const clipboardHandlers: FakeHandlers<'clipboard'> = { 'clipboard.copy': () => ({}) }
