import { z } from 'zod'
import type { Reader } from '../../store/store.ts'
import { listEntries } from './custody-store.ts'

/** What an entry of the chain says of its object. */
const entry = z.looseObject({
  object: z.string(),
  commit: z.string().nullable(),
  facts: z.looseObject({
    message: z.string().optional(),
    manifest: z.string().optional(),
    idleMinutes: z.int().optional(),
    backupEveryHours: z.int().optional(),
    backupFolder: z.boolean().optional(),
  }),
})
export type Recorded = z.infer<typeof entry>

/** Entries that record one of these acts. One that does not fit was altered: the chain's own check names it. */
export function readEntries(reader: Reader, acts: readonly string[]): Recorded[] {
  return listEntries(reader, acts).flatMap((text) => {
    try {
      return entry.safeParse(JSON.parse(text)).data ?? []
    } catch {
      return []
    }
  })
}
