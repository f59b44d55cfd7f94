import { z } from 'zod'
import type { Reader } from '../../store/store.ts'
import { listEntries } from './custody-store.ts'

/** What an entry of the chain says of its object. */
const entry = z.looseObject({
  object: z.string(),
  facts: z.looseObject({
    message: z.string().optional(),
    original: z.string().optional(),
    manifest: z.string().optional(),
  }),
})
export type EntryFacts = z.infer<typeof entry>['facts']

/** Entries that record one of these acts. One that does not fit was altered: the chain's own check names it. */
export function readEntries(
  reader: Reader,
  acts: readonly string[],
): { object: string; facts: EntryFacts }[] {
  return listEntries(reader, acts).flatMap((text) => {
    try {
      return entry.safeParse(JSON.parse(text)).data ?? []
    } catch {
      return []
    }
  })
}
