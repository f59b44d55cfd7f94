import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChannelName } from '@bridge/channels/index.ts'
import { sql } from 'drizzle-orm'
import { createTestVault, openTestProgram, type TestProgram } from '../support/program.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { TEST_PASSPHRASE } from '../support/test-vault.ts'

/** Brings the program to where the channel must answer with the code, calls it, and gives the answer. */
type Way = (program: TestProgram, name: ChannelName) => Promise<unknown>

const PASSPHRASE = { passphrase: TEST_PASSPHRASE }
const NEW_PASSPHRASE = 'seventy blue herons wade'

/** On a new vault, locked again after `prepare`; the page then calls with what `input` makes of the recovery code. */
const onLocked =
  (prepare: (program: TestProgram) => unknown, input: (recoveryCode: string) => object): Way =>
  async (program, name) => {
    const { recoveryCode } = await createTestVault(program)
    await prepare(program)
    await program.session.lock()
    return program.call(name, input(recoveryCode))
  }

const withRecovery = (recoveryCode: string) => ({ recoveryCode, newPassphrase: NEW_PASSPHRASE })
const damageKeyring = ({ root }: TestProgram): void => writeFileSync(join(root, 'keyring.json'), '{}')
const comeFromTheFuture = ({ vault }: TestProgram): void =>
  vault.opened().store.write((writer) => {
    writer.run(sql`insert into __drizzle_migrations (hash, created_at) values ('later', 99999999999999)`)
  })

/** Another window has the same vault open. */
const busy =
  (input: (recoveryCode: string) => object): Way =>
  async (program, name) => {
    const { recoveryCode } = await createTestVault(program)
    const second = await openTestProgram(program.root)
    const answer = await second.call(name, input(recoveryCode))
    await second.session.lock()
    return answer
  }

/** The vault's folder was moved to where a sync program keeps it. */
const synced =
  (input: (recoveryCode: string) => object, prepare?: (program: TestProgram) => Promise<string>): Way =>
  async (program, name) => {
    const made = prepare ?? (async () => (await createTestVault(program)).recoveryCode)
    const recoveryCode = await made(program)
    await program.session.lock()
    const moved = join(temporaryFolder(), 'OneDrive')
    renameSync(program.root, moved)
    return (await openTestProgram(moved)).call(name, input(recoveryCode))
  }

const CHANGE = { ...PASSPHRASE, newPassphrase: NEW_PASSPHRASE, newKeyFile: false }

/** On a new vault, open, after `prepare`. */
export const onOpen =
  (prepare: (program: TestProgram) => unknown, input: object): Way =>
  async (program, name) => {
    await createTestVault(program)
    await prepare(program)
    return program.call(name, input)
  }

const chooseFreePlace = ({ answers }: TestProgram): void => {
  answers.savePath = join(temporaryFolder(), 'key.txt')
}
const chooseTakenPlace = ({ answers, root }: TestProgram): void => {
  answers.savePath = join(root, '..', 'taken')
  writeFileSync(answers.savePath, '')
}
/** The vault needs a key file from now on, and nobody at the machine has chosen it. */
const addKeyFile = ({ vault }: TestProgram): Promise<void> =>
  vault.keys.addKeyFile(PASSPHRASE, join(temporaryFolder(), 'key.txt'))
const chooseNoKeyFile = async (program: TestProgram): Promise<void> => {
  program.answers.files = [join(program.root, 'keyring.json')]
  await program.call('vault.chooseKeyFile', {})
}

/** What every change of the keys asks for first; `more` is what the channel takes beside the passphrase. */
const proven = (more: object) => ({
  WRONG_PASSPHRASE: onOpen(() => undefined, { ...more, passphrase: 'wrong' }),
  KEY_FILE_NEEDED: onOpen(addKeyFile, { ...more, ...PASSPHRASE }),
  WRONG_KEY_FILE: onOpen(
    async (program) => {
      await addKeyFile(program)
      await chooseNoKeyFile(program)
    },
    { ...more, ...PASSPHRASE },
  ),
  KEYRING_DAMAGED: onOpen(damageKeyring, { ...more, ...PASSPHRASE }),
})

/** How each error of the vault and its keys comes about. */
export const VAULT_WAYS = {
  'vault.status': {},
  'vault.create': {
    VAULT_EXISTS: onLocked(
      () => undefined,
      () => PASSPHRASE,
    ),
    PASSPHRASE_TOO_WEAK: (program, name) => program.call(name, { passphrase: 'short' }),
    VAULT_PLACE_UNSAFE: async (_program, name) =>
      (await openTestProgram(join(temporaryFolder(), 'Dropbox/vault'))).call(name, PASSPHRASE),
  },
  'vault.proveRecovery': {
    WRONG_RECOVERY_CODE: async (program, name) => {
      await program.vault.create(TEST_PASSPHRASE)
      return program.call(name, { recoveryCode: 'AAAA' })
    },
    VAULT_ABSENT: (program, name) => program.call(name, { recoveryCode: 'AAAA' }),
    VAULT_EXISTS: onLocked(
      () => undefined,
      (recoveryCode) => ({ recoveryCode }),
    ),
    KEYRING_DAMAGED: async (program, name) => {
      const { recoveryCode } = await program.vault.create(TEST_PASSPHRASE)
      damageKeyring(program)
      return program.call(name, { recoveryCode })
    },
    STORE_BUSY: async (program, name) => {
      const { recoveryCode } = await program.vault.create(TEST_PASSPHRASE)
      const waiting = readFileSync(join(program.root, 'keyring.json'))
      await program.handlers['vault.proveRecovery']({ recoveryCode })
      writeFileSync(join(program.root, 'keyring.json'), waiting)
      return (await openTestProgram(program.root)).call(name, { recoveryCode })
    },
    VAULT_PLACE_UNSAFE: synced(
      (recoveryCode) => ({ recoveryCode }),
      async ({ vault }) => (await vault.create(TEST_PASSPHRASE)).recoveryCode,
    ),
  },
  'vault.unlock': {
    WRONG_PASSPHRASE: onLocked(
      () => undefined,
      () => ({ passphrase: 'wrong' }),
    ),
    KEY_FILE_NEEDED: onLocked(addKeyFile, () => PASSPHRASE),
    WRONG_KEY_FILE: onLocked(
      async (program) => {
        await addKeyFile(program)
        await chooseNoKeyFile(program)
      },
      () => PASSPHRASE,
    ),
    VAULT_ABSENT: (program, name) => program.call(name, PASSPHRASE),
    KEYRING_DAMAGED: onLocked(damageKeyring, () => PASSPHRASE),
    STORE_BUSY: busy(() => PASSPHRASE),
    STORE_NEWER: onLocked(comeFromTheFuture, () => PASSPHRASE),
    VAULT_PLACE_UNSAFE: synced(() => PASSPHRASE),
  },
  'vault.unlockWithRecovery': {
    WRONG_RECOVERY_CODE: onLocked(
      () => undefined,
      () => withRecovery('AAAA'),
    ),
    PASSPHRASE_TOO_WEAK: onLocked(
      () => undefined,
      (recoveryCode) => ({ recoveryCode, newPassphrase: 'short' }),
    ),
    VAULT_ABSENT: (program, name) => program.call(name, withRecovery('AAAA')),
    KEYRING_DAMAGED: onLocked(damageKeyring, withRecovery),
    STORE_BUSY: busy(withRecovery),
    STORE_NEWER: onLocked(comeFromTheFuture, withRecovery),
    VAULT_PLACE_UNSAFE: synced(withRecovery),
  },
  'vault.chooseKeyFile': {},
  'vault.changePassphrase': {
    ...proven(CHANGE),
    PASSPHRASE_TOO_WEAK: onOpen(() => undefined, { ...CHANGE, newPassphrase: 'short' }),
    KEY_FILE_PLACE: onOpen(chooseTakenPlace, { ...CHANGE, newKeyFile: true }),
  },
  'vault.addKeyFile': {
    WRONG_PASSPHRASE: onOpen(chooseFreePlace, { passphrase: 'wrong' }),
    KEY_FILE_NEEDED: onOpen(async (program) => {
      await addKeyFile(program)
      chooseFreePlace(program)
    }, PASSPHRASE),
    WRONG_KEY_FILE: onOpen(async (program) => {
      await addKeyFile(program)
      await chooseNoKeyFile(program)
      chooseFreePlace(program)
    }, PASSPHRASE),
    KEYRING_DAMAGED: onOpen((program) => {
      damageKeyring(program)
      chooseFreePlace(program)
    }, PASSPHRASE),
    KEY_FILE_PLACE: onOpen(chooseTakenPlace, PASSPHRASE),
  },
  'vault.removeKeyFile': proven({}),
  'vault.newRecoveryCode': proven({}),
  'vault.confirmRecoveryCode': {
    WRONG_RECOVERY_CODE: onOpen(() => undefined, { recoveryCode: 'AAAA' }),
    KEYRING_DAMAGED: async (program, name) => {
      await createTestVault(program)
      const { recoveryCode } = await program.vault.keys.offerRecoveryCode(PASSPHRASE)
      damageKeyring(program)
      return program.call(name, { recoveryCode })
    },
  },
  'vault.stillHere': {},
  'vault.lock': {},
  'vault.acceptAlarm': {},
} satisfies Partial<Record<ChannelName, Record<string, Way>>>
