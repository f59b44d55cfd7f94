import type { Channel } from '@bridge/model/channel.ts'
import type { ParsedMessage } from '@bridge/model/message.ts'
import { factId } from '../../platform/facts.ts'
import type { Writer } from '../../store/store.ts'
import type { ServiceParts } from '../cases/index.ts'
import { addIntake } from './intakes-store.ts'
import { addReadMessage, findMessageByFingerprint, mergeThreads, type NewMessage } from './messages-store.ts'
import { addOriginal } from './originals.ts'
import type { IntakeSource } from './take-in.ts'

/** One line of a chat, and the file or picture it stands in. Many lines share one original. */
export interface ReceivedLine {
  source: IntakeSource
  bytes: Buffer
  sha256: string
  /** The conversation it belongs to. */
  threadId: string
  channel: Channel
  /** SHA-256 over what two exports of one chat share of it. */
  fingerprint: string
  message: ParsedMessage
}

/** Keeps one line of a chat as a message of its own, or notes that it is known; with its custody line and audit entry. */
export function takeInLine(
  { audit, ids }: ServiceParts,
  writer: Writer,
  line: ReceivedLine,
  at: string,
): string {
  const { source, bytes, sha256, threadId, channel, fingerprint, message } = line
  const { caseId, ...place } = source
  const salt = addOriginal(writer, sha256, bytes, at)
  const known = findMessageByFingerprint(writer, caseId, fingerprint)
  const messageId = known ?? ids.next()
  if (known === undefined) {
    const row = { id: messageId, caseId, threadId, originalSha256: sha256, addedAt: at, channel }
    addReadMessage(writer, { ...row, form: 'chat' }, fingerprint, message)
    if (message.date.at) mergeThreads(writer, threadId, [], message.date.at)
  }
  const intakeId = ids.next()
  addIntake(writer, {
    id: intakeId,
    ...place,
    outcome: known ? 'known' : 'stored',
    messageId,
    originalSha256: sha256,
    takenAt: at,
  })
  const facts = {
    case: factId(caseId),
    message: factId(messageId),
    sizeBytes: bytes.length,
    read: true,
    known: known !== undefined,
  }
  audit.append(writer, { act: 'intake.taken', objectId: intakeId, facts, commit: { sha256, salt } })
  return messageId
}

/** Keeps a line that somebody typed off a picture, which is its original and has the custody line. */
export function addTranscribed(
  writer: Writer,
  row: NewMessage,
  fingerprint: string,
  message: ParsedMessage,
): void {
  addReadMessage(writer, { ...row, form: 'chat' }, fingerprint, message)
  if (message.date.at) mergeThreads(writer, row.threadId, [], message.date.at)
}
