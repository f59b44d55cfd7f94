import { createHash } from 'node:crypto'
import type { ChatLine, ChatSpeaker } from '@bridge/model/chat.ts'
import type { ParsedMessage, Person, ReadingWarning } from '@bridge/model/message.ts'

/** Who speaks in a conversation, by the name the export writes. */
export type Speakers = ReadonlyMap<string, ChatSpeaker>

/** A line of a chat in the one model of a message: from who said it, to the other side. */
export function messageOf(line: ChatLine, title: string, speakers: Speakers): ParsedMessage {
  const speaker = line.speaker === null ? null : (speakers.get(line.speaker) ?? stranger(line.speaker))
  return {
    subject: title,
    messageId: null,
    ...{ inReplyTo: [], references: [], sender: [], replyTo: [], cc: [], bcc: [], attachments: [] },
    from: speaker ? [toPerson(speaker)] : [],
    to: speaker ? [...speakers.values()].filter((each) => isOpposite(each, speaker)).map(toPerson) : [],
    date: { at: line.at, zoneMinutes: line.zoneMinutes, raw: line.raw },
    receivedAt: null,
    text: line.text,
    hasHtml: false,
    warnings: warningsOf(line),
  }
}

const stranger = (name: string): ChatSpeaker => ({ name, account: '', side: 'other' })
const toPerson = ({ name, account }: ChatSpeaker): Person => ({ name, address: account })

const isOpposite = (one: ChatSpeaker, other: ChatSpeaker): boolean =>
  one.side !== 'other' && other.side !== 'other' && one.side !== other.side

function warningsOf({ raw, local, at, kind }: ChatLine): ReadingWarning[] {
  const warnings: ReadingWarning[] = []
  if (raw === null) warnings.push('DATE_MISSING')
  else if (local === null) warnings.push('DATE_UNREADABLE')
  else if (at === null) warnings.push('ZONE_MISSING')
  if (kind === 'system') warnings.push('SYSTEM_LINE')
  if (kind === 'media') warnings.push('MEDIA_LEFT_OUT')
  return warnings
}

/**
 * Tells lines of one conversation apart across its exports: time as written, without a zone, speaker and words. The same words said
 * twice in one minute are two lines: the second has another number. A zone stated otherwise makes no other line.
 */
export function createFingerprints(conversation: string): (line: ChatLine) => string {
  // For the whole file, whose lines need not run in order of time. By digest: the words of a million lines are not held.
  const seen = new Map<string, number>()
  return ({ local, raw, speaker, text }) => {
    const key = JSON.stringify([conversation, local ?? raw, speaker, text])
    const digest = createHash('sha256').update(key).digest('base64url')
    const count = seen.get(digest) ?? 0
    seen.set(digest, count + 1)
    return createHash('sha256').update(`${key} ${count}`).digest('hex')
  }
}
