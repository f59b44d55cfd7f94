import type { Reader } from '../../store/store.ts'
import { findSettings } from './custody-store.ts'
import { readEntries } from './read-entries.ts'
import type { Problem } from './report.ts'

export type SettingsProblem =
  /** How the vault is to be kept is not what the chain last recorded of it. */
  'SETTINGS_DIFFER'

/** Holds idle minutes and backups against the chain: set back, they would weaken the safety of the vault in silence. */
export function verifySettings(reader: Reader): Problem<SettingsProblem>[] {
  const recorded = readEntries(reader, ['safekeeping.changed']).at(-1)?.facts
  if (!recorded) return []
  const found = findSettings(reader)
  const isSame =
    found?.idleMinutes === recorded.idleMinutes &&
    found?.backupEveryHours === recorded.backupEveryHours &&
    (found?.backupFolder !== null) === recorded.backupFolder
  return isSame ? [] : [{ code: 'SETTINGS_DIFFER', name: 'safekeeping' }]
}
