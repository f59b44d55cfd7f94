import type { CaseRecord } from '@bridge/model/case.ts'
import type { Channel } from '@bridge/model/channel.ts'
import { dayWritten } from '@bridge/model/day-written.ts'
import type { MessageForm, Person } from '@bridge/model/message.ts'
import type { Reader } from '../../store/store.ts'
import { isMailboxOf, listMailboxes } from '../cases/index.ts'
import type { StoredStatement } from '../confirmations/index.ts'
import { findMessage, listChatSides, listPeople } from '../evidence/index.ts'

export type Side = 'ours' | 'theirs' | 'others'

const CHAT_SIDE = { client: 'ours', counterparty: 'theirs', other: 'others' } as const

/** What the wording of an exhibit needs to know of one message in it. */
export interface MailPiece {
  kind: 'mail'
  messageId: string
  /** A line of a chat stands for the conversation that its subject names. */
  form: MessageForm
  channel: Channel
  subject: string
  from: string
  /** The first it was written to, and whether there were more. */
  to: string
  toMore: boolean
  side: Side
  sentAt: string | null
  day: string | null
}

/** What the wording needs to know of a statement typed in from chat or telephone. */
export interface RecordPiece {
  kind: 'record'
  statementId: string
  channel: Channel
  speaker: string
  day: string | null
}

export type Piece = MailPiece | RecordPiece

/** A message of this very case; undefined where it is another's. */
export function findMailPiece(reader: Reader, matter: CaseRecord, messageId: string): MailPiece | undefined {
  const message = findMessage(reader, messageId)
  if (!message || message.caseId !== matter.id) return undefined
  const people = listPeople(reader, messageId)
  return {
    kind: 'mail',
    messageId,
    form: message.form,
    channel: message.channel,
    subject: message.subject,
    from: nameOf(people.from[0]),
    to: nameOf(people.to[0]),
    toMore: people.to.length > 1,
    side:
      message.form === 'chat'
        ? CHAT_SIDE[listChatSides(reader, [messageId]).get(messageId) ?? 'other']
        : sideOf(reader, people.from[0]?.address ?? '', matter.id),
    sentAt: message.sentAt,
    day: message.sentAt && dayWritten(message.sentAt, message.sentZoneMinutes),
  }
}

export const recordPiece = (statement: StoredStatement): RecordPiece => ({
  kind: 'record',
  statementId: statement.id,
  channel: statement.channel,
  speaker: statement.speaker,
  day: statement.saidOn,
})

/** By date; what has none stands last. */
export const byDate = (a: MailPiece, b: MailPiece): number =>
  (a.sentAt ?? '9999').localeCompare(b.sentAt ?? '9999')

const nameOf = (person: Person | undefined): string => person?.name || person?.address || ''

/**
 * Who is stated to be a third party is none of the two. A stranger counts to the one side whose mailboxes nobody has stated; where
 * both are known, he is a third party too.
 */
function sideOf(reader: Reader, address: string, caseId: string): Side {
  const theirs = listMailboxes(reader, caseId, 'counterparty')
  const ours = listMailboxes(reader, caseId, 'client')
  if (isMailboxOf(address, listMailboxes(reader, caseId, 'third-party'))) return 'others'
  if (isMailboxOf(address, theirs)) return 'theirs'
  if (isMailboxOf(address, ours)) return 'ours'
  const [theirsUnknown, oursUnknown] = [theirs.patterns.length === 0, ours.patterns.length === 0]
  if (theirsUnknown === oursUnknown) return 'others'
  return theirsUnknown ? 'theirs' : 'ours'
}
