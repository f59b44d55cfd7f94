import type { CharsetName } from '@bridge/model/charset.ts'
import type { ParsedMessage, UnreadableReason } from '@bridge/model/message.ts'
import { readMapi } from './mapi/read-mapi.ts'
import { openMapi } from './open-mapi.ts'
import { openMessage } from './open-message.ts'
import { readMime } from './read-mime.ts'
import { UnreadableError } from './unreadable-error.ts'

/** A message read from its bytes, or why it could not be. */
export type ReadResult = { ok: true; message: ParsedMessage } | { ok: false; reason: UnreadableReason }

/**
 * Reads a message (RFC 5322 and MIME, or Outlook's own by its first octets) from its bytes, which are neither changed nor
 * kept. A damaged or truncated message is read as far as it goes, with warnings; bytes that are none, or beyond the limits,
 * give a reason. `chosen` is the charset the lawyer wants it read in. Never throws.
 */
export function readMessage(bytes: Uint8Array, chosen: CharsetName | null = null): ReadResult {
  try {
    const outlook = openMapi(bytes, chosen)
    const message = outlook ? readMapi(outlook.message, outlook.mapi) : readMime(openMessage(bytes, chosen))
    return { ok: true, message }
  } catch (error) {
    return { ok: false, reason: error instanceof UnreadableError ? error.reason : 'READER_FAILED' }
  }
}
