import { Refusal } from '@bridge/refusal.ts'
import { composeLookupSheet } from '../../authenticity/lookup-sheet.ts'
import { MailReaderError } from '../../workers/mail-reader.ts'
import { getOriginal } from '../evidence/index.ts'
import type { AuthenticityParts } from './authenticity-parts.ts'
import { listMailOf } from './case-store.ts'

/** What every message of mail of the case needs, each name once, in the order of the alphabet. */
export async function composeLookup(
  { store, files, tester }: AuthenticityParts,
  caseId: string,
): Promise<{ text: string; names: number; unread: number }> {
  const names = new Set<string>()
  let unread = 0
  for (const { originalSha256 } of listMailOf(store.read, caseId)) {
    try {
      const keys = await tester.keyNames(await getOriginal(store.read, files, originalSha256))
      for (const { selector, domain } of keys) names.add(`${selector}._domainkey.${domain}`)
    } catch (error) {
      if (!(error instanceof MailReaderError || error instanceof Refusal)) throw error
      unread += 1
    }
  }
  return { text: composeLookupSheet([...names].sort()), names: names.size, unread }
}
