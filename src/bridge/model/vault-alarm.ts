import { z } from 'zod'

/**
 * What stands against a vault that was opened, gravest first. The place in this list is what its audit chain records: new
 * findings go to the end.
 */
export const ALARM_FINDINGS = [
  /** The head log names entries that the chain lacks. */
  'TAIL_MISSING',
  /** Store and head log agree; the copy outside the folder names entries that both lack. */
  'FOLDER_ROLLED_BACK',
  /** Another entry stands at the place that a head record names. */
  'FORKED',
  /** There is a chain and no head log. */
  'HEAD_MISSING',
  /** A record of the head log is not as it was written. */
  'HEAD_DAMAGED',
] as const

export const vaultAlarm = z.object({
  finding: z.enum(ALARM_FINDINGS),
  /** Number of the newest entry that this computer saw before; null where nothing tells. */
  expected: z.int().nullable(),
  /** Number of the newest entry that was there. */
  found: z.int(),
})
export type VaultAlarm = z.infer<typeof vaultAlarm>
export type AlarmFinding = VaultAlarm['finding']
