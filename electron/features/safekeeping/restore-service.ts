import type { FoundBackup } from '@bridge/model/backup.ts'
import { inspectBackups } from '../../vault/backup/inspect-backups.ts'
import { type RestoreParts, type RestoreRequest, restoreBackup } from '../../vault/backup/restore.ts'

/** Putting a backup in the place of the vault, also where there is no vault yet. */
export interface RestoreService {
  /** The backups in a folder, or the one it is, newest first; what they say of themselves is proven by `run` alone. */
  inspect(folder: string): Promise<FoundBackup[]>
  /**
   * Throws refusals as `restore.run` declares them; the vault is then what it was. `keptAs` is the folder of the former
   * vault, null where there was none.
   */
  run(request: RestoreRequest): Promise<{ keptAs: string | null }>
}

export const createRestoreService = (parts: RestoreParts): RestoreService => ({
  inspect: (folder) => inspectBackups(folder, parts.kdf.limits),
  run: (request) => restoreBackup(parts, request),
})
