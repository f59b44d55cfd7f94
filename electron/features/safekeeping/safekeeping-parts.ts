import type { JobRunner } from '../../jobs/job-runner.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Store } from '../../store/store.ts'
import type { AuditChain } from '../../vault/audit-chain.ts'
import type { VaultBackup } from '../../vault/backup/vault-backup.ts'
import type { Timer } from './backup-schedule.ts'

/** What keeping the vault safe works with. */
export interface SafekeepingParts {
  store: Store
  audit: AuditChain
  clock: Clock
  ids: Ids
  jobs: JobRunner
  backup: VaultBackup
  storeId: string
  /** Folder of the vault: no backup is kept inside it. */
  root: string
  /** What calls back every few minutes; none, and no backup is made by the app itself. */
  timer?: Timer
}
