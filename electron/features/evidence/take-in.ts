import { ORIGINAL_HEALED } from '@bridge/model/evidence.ts'
import type { ParsedMessage, UnreadableReason } from '@bridge/model/message.ts'
import { factId } from '../../platform/facts.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Writer } from '../../store/store.ts'
import type { ServiceParts } from '../cases/index.ts'
import { fingerprintOf } from './fingerprint.ts'
import { addIntake } from './intakes-store.ts'
import {
  addReadMessage,
  addThread,
  addUnreadableMessage,
  findMessageByFingerprint,
  findMessageByOriginal,
  listThreadsHolding,
  mergeThreads,
} from './messages-store.ts'
import { addOriginal } from './originals.ts'

/** Where a thing came from, and its place in the import. */
export interface IntakeSource {
  importId: string
  caseId: string
  position: number
  sourceName: string
  sourceOffset: number | null
  /** What it was taken out of; absent where it lay by itself. */
  containerSha256?: string | null
  itemNumber?: number | null
  folder?: string | null
  /** Labels and flags, one a line. */
  labels?: string | null
}

export interface ReceivedMessage {
  source: IntakeSource
  bytes: Buffer
  sha256: string
  form: 'mail' | 'document'
  reading: { ok: true; message: ParsedMessage } | { ok: false; reason: UnreadableReason }
  /** Whether its original was known, and its file damaged or gone until now. */
  healed?: boolean
}

/** Keeps one received message: its original, its row or the one that is there already, its custody line, its audit entry. */
export function takeIn(
  { audit, ids }: ServiceParts,
  writer: Writer,
  received: ReceivedMessage,
  at: string,
): void {
  const { source, bytes, sha256, reading, healed = false } = received
  const salt = addOriginal(writer, sha256, bytes, at)
  const fingerprint = reading.ok ? fingerprintOf(reading.message) : null
  const known = findKnown(writer, source.caseId, sha256, fingerprint)
  const messageId = known ?? addNew(writer, ids, received, fingerprint, at)
  const outcome = known ? 'known' : reading.ok ? 'stored' : 'unreadable'
  const intakeId = ids.next()
  const { caseId, ...line } = source
  addIntake(writer, {
    id: intakeId,
    ...line,
    outcome,
    reason: reading.ok ? (healed ? ORIGINAL_HEALED : null) : reading.reason,
    messageId,
    originalSha256: sha256,
    takenAt: at,
  })
  audit.append(writer, {
    act: 'intake.taken',
    objectId: intakeId,
    facts: {
      case: factId(caseId),
      message: factId(messageId),
      sizeBytes: bytes.length,
      read: reading.ok,
      known: known !== undefined,
    },
    commit: { sha256, salt },
  })
  if (!healed) return
  const facts = { case: factId(caseId), message: factId(messageId) }
  audit.append(writer, { act: 'original.healed', objectId: intakeId, facts, commit: { sha256, salt } })
}

/** Names a file that was left where it is, so that the receipt counts everything that was offered. */
export function nameSkipped(
  { audit, ids }: ServiceParts,
  writer: Writer,
  source: IntakeSource,
  reason: string,
  at: string,
): void {
  const intakeId = ids.next()
  const { caseId, ...line } = source
  addIntake(writer, { id: intakeId, ...line, outcome: 'skipped', reason, takenAt: at })
  audit.append(writer, { act: 'intake.skipped', objectId: intakeId, facts: { case: factId(caseId) } })
}

function findKnown(
  writer: Writer,
  caseId: string,
  sha256: string,
  fingerprint: string | null,
): string | undefined {
  const same = findMessageByOriginal(writer, caseId, sha256)
  return same ?? (fingerprint ? findMessageByFingerprint(writer, caseId, fingerprint) : undefined)
}

const formOf = ({ form }: ReceivedMessage) =>
  form === 'document' ? ({ form, channel: 'document' } as const) : {}

function addNew(
  writer: Writer,
  ids: Ids,
  received: ReceivedMessage,
  fingerprint: string | null,
  at: string,
): string {
  const { caseId } = received.source
  const row = { id: ids.next(), caseId, originalSha256: received.sha256, addedAt: at, ...formOf(received) }
  if (received.reading.ok && fingerprint) {
    const { message } = received.reading
    addReadMessage(
      writer,
      { ...row, threadId: joinThread(writer, ids, caseId, message, at) },
      fingerprint,
      message,
    )
  } else if (!received.reading.ok) {
    const threadId = ids.next()
    addThread(writer, threadId, caseId, at)
    addUnreadableMessage(writer, { ...row, threadId }, received.reading.reason)
  }
  return row.id
}

/**
 * The thread a message belongs to (RFC 5322 3.6.4): every thread that shares a Message-ID with it, joined into one. A
 * hostile reference list is cut at the newest hundred.
 */
function joinThread(writer: Writer, ids: Ids, caseId: string, message: ParsedMessage, at: string): string {
  const keys = [...message.references.slice(-100), ...message.inReplyTo.slice(0, 100)]
  if (message.messageId) keys.push(message.messageId)
  const latestAt = message.date.at ?? at
  const [kept, ...others] = listThreadsHolding(writer, caseId, keys)
  if (kept) {
    mergeThreads(writer, kept, others, latestAt)
    return kept
  }
  const threadId = ids.next()
  addThread(writer, threadId, caseId, latestAt)
  return threadId
}
