import { createHash } from 'node:crypto'
import type { ParsedMessage } from '@bridge/model/message.ts'

/**
 * SHA-256 over what two copies of one message share however they were exported: identity, people, date, wording and the
 * exact attachments. Transport headers, line ends and wrapping do not count; one different word does.
 */
export function fingerprintOf(message: ParsedMessage): string {
  const shared = [
    message.messageId,
    message.date.at,
    message.from.map((each) => each.address.toLowerCase()),
    message.subject.trim(),
    message.text.replace(/\s+/gu, ''),
    message.attachments.map((each) => each.sha256),
  ]
  return createHash('sha256').update(JSON.stringify(shared)).digest('hex')
}
