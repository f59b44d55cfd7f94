import { setImmediate } from 'node:timers/promises'
import type { Reader } from '../../store/store.ts'
import { entryHash } from '../../vault/audit-entry.ts'
import { type ChainLine, pagesOfChain } from './custody-store.ts'

/**
 * Hands over every entry up to number `last` with its hash, made anew from its text: the column beside it is not believed.
 * Lets go of the thread between pages.
 */
export async function readChain(
  reader: Reader,
  last: number,
  take: (line: ChainLine, hash: string) => void,
): Promise<void> {
  for (const page of pagesOfChain(reader, last)) {
    for (const line of page) take(line, entryHash(line.entry))
    await setImmediate()
  }
}
