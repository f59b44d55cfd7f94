import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NOBODY } from '../support/counted-ids.ts'
import { createTestVault, openTestProgram, type TestProgram } from '../support/program.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { TEST_PASSPHRASE } from '../support/test-vault.ts'

type Way = (program: TestProgram) => Promise<unknown>

const RIGHT = { kind: 'passphrase', passphrase: TEST_PASSPHRASE }

/** Makes a backup, locks the vault, lets `prepare` do its worst, and chooses the backup as the lawyer does. */
const afterBackup =
  (
    secret: object,
    prepare: (at: { program: TestProgram; backup: string }) => unknown = () => undefined,
    withKeyFile = false,
  ): Way =>
  async (program) => {
    await createTestVault(program)
    if (withKeyFile)
      await program.vault.keys.addKeyFile({ passphrase: TEST_PASSPHRASE }, join(temporaryFolder(), 'key.txt'))
    const folder = temporaryFolder()
    const { safekeeping, jobs } = program.session.desk()
    await safekeeping.setFolder(folder)
    await jobs.ended(safekeeping.make().jobId)
    await program.session.lock()
    program.answers.folder = folder
    const { token, backups } = await program.handlers['restore.inspect']({})
    const id = backups[0]?.id ?? NOBODY
    const stamp = backups[0]?.madeAt.replace(/\.\d+/u, '').replaceAll(/[-:]/gu, '')
    await prepare({ program, backup: join(folder, `${stamp}-${id}`) })
    return program.call('restore.run', { token, backupId: id, secret })
  }

/** Every error that `restore.run` declares, and how it comes about. */
export const RESTORE_WAYS = {
  CHOICE_EXPIRED: ((program) =>
    program.call('restore.run', { token: NOBODY, backupId: NOBODY, secret: RIGHT })) as Way,
  NOT_FOUND: (async (program) => {
    program.answers.folder = temporaryFolder()
    const { token } = await program.handlers['restore.inspect']({})
    return program.call('restore.run', { token, backupId: NOBODY, secret: RIGHT })
  }) as Way,
  VAULT_OPEN: afterBackup(RIGHT, async ({ program }) => {
    await program.handlers['vault.unlock']({ passphrase: TEST_PASSPHRASE })
  }),
  WRONG_PASSPHRASE: afterBackup({ kind: 'passphrase', passphrase: 'wrong' }),
  WRONG_RECOVERY_CODE: afterBackup({ kind: 'recovery', recoveryCode: 'AAAA' }),
  KEY_FILE_NEEDED: afterBackup(RIGHT, () => undefined, true),
  WRONG_KEY_FILE: afterBackup(
    RIGHT,
    ({ program }) => {
      program.answers.files = [join(program.root, 'keyring.json')]
    },
    true,
  ),
  BACKUP_DAMAGED: afterBackup(RIGHT, ({ backup }) => writeFileSync(join(backup, 'store.db'), 'x')),
  STORE_BUSY: afterBackup(RIGHT, async ({ program }) => {
    const other = await openTestProgram(program.root)
    await other.handlers['vault.unlock']({ passphrase: TEST_PASSPHRASE })
  }),
}
