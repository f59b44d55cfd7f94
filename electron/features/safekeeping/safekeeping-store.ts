import { eq } from 'drizzle-orm'
import { safekeeping } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

/** How this vault is to be kept. */
export interface SafekeepingSettings {
  /** Minutes without a key or a click until the vault locks by itself. */
  readonly idleMinutes: number
  readonly backupFolder: string | null
  /** Hours between two backups by the app itself; 0 for none. */
  readonly backupEveryHours: number
}

const DEFAULTS: SafekeepingSettings = { idleMinutes: 5, backupFolder: null, backupEveryHours: 24 }
const ONLY_ROW = 1

/** The settings, or what holds until one of them is changed. */
export function readSettings(reader: Reader): SafekeepingSettings {
  const row = reader.select().from(safekeeping).where(eq(safekeeping.id, ONLY_ROW)).get()
  return row ?? DEFAULTS
}

export function changeSettings(writer: Writer, change: Partial<SafekeepingSettings>): void {
  const next = { ...readSettings(writer), ...change, id: ONLY_ROW }
  writer.insert(safekeeping).values(next).onConflictDoUpdate({ target: safekeeping.id, set: next }).run()
}
