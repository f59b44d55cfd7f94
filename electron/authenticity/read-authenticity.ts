import type { AuthenticityReading, KeptKey, KeyName } from '@bridge/model/authenticity.ts'
import { checkHeaders } from './check-headers.ts'
import { checkIdentifiers } from './check-identifiers.ts'
import { checkReceived } from './check-received.ts'
import { checkServer } from './check-server.ts'
import { checkSignatures, listKeyNames } from './check-signatures.ts'
import { readTraits } from './read-traits.ts'

/** A field's value in the comparison of two copies; longer ones are cut, and equal where their beginnings are. */
const LONGEST_FIELD = 2_000

/**
 * All that one message's bytes say about themselves, tested with the kept keys and nothing else.
 * @throws UnreadableError as the reader of messages does
 */
export async function readAuthenticity(
  bytes: Uint8Array,
  keys: readonly KeptKey[],
): Promise<AuthenticityReading> {
  const traits = readTraits(bytes)
  return {
    findings: [
      ...checkReceived(traits),
      ...checkIdentifiers(traits),
      ...checkHeaders(traits),
      ...(await checkSignatures(traits, keys)),
      checkServer(traits),
    ],
    keys: listKeyNames(traits),
    fields: traits.fields.map(({ name, value }) => ({ name, value: value.slice(0, LONGEST_FIELD) })),
    sentAt: traits.date?.at ?? null,
  }
}

/** The keys that the signatures of a message need, and nothing else. @throws UnreadableError as the reader of messages does */
export const readKeyNames = (bytes: Uint8Array): KeyName[] => listKeyNames(readTraits(bytes))
