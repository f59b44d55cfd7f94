import { createHash } from 'node:crypto'
import type { ParsedMessage, Person } from '@bridge/model/message.ts'

/**
 * SHA-256 over what two copies of one message share however they were exported: identity, people, date, wording and the
 * exact attachments. Transport headers, line ends and wrapping of the text do not count; one different word does. In doubt
 * two copies count as two messages: nothing that may differ is hidden behind another.
 */
export function fingerprintOf(message: ParsedMessage): string {
  const shared = [
    message.messageId,
    message.date.at,
    addresses(message.from),
    message.subject.trim(),
    message.text.replace(/\s+/gu, ''),
    message.attachments.map((each) => each.sha256),
    // Nothing else tells apart what a program without Message-IDs sent to several people at once.
    message.messageId === null ? addresses([...message.to, ...message.cc]) : [],
  ]
  return createHash('sha256').update(JSON.stringify(shared)).digest('hex')
}

const addresses = (people: readonly Person[]): string[] => people.map((each) => each.address.toLowerCase())
