import type { BackupProblem, BackupProblemCode } from '@bridge/model/backup.ts'

/** Something is wrong with a backup; the message is the code, and `object` one of our own names. */
export class DamagedBackup extends Error {
  readonly problem: BackupProblem

  constructor(code: BackupProblemCode, object: string) {
    super(`BACKUP_${code}`)
    this.name = 'DamagedBackup'
    this.problem = { code, object }
  }
}

/** Why no backup came about, as the job tells it. */
export class BackupFailure extends Error {
  readonly code: 'BACKUP_FOLDER_MISSING' | 'BACKUP_NOT_PROVEN' | 'VAULT_WORKER_FAILED'

  constructor(code: BackupFailure['code']) {
    super(code)
    this.name = 'BackupFailure'
    this.code = code
  }
}
