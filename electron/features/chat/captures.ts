import { createHash } from 'node:crypto'
import type { Capture, CaptureDraft, TranscribedLine, Transcript } from '@bridge/model/capture.ts'
import type { ChatLine } from '@bridge/model/chat.ts'
import { refusal } from '@bridge/refusal.ts'
import { factId } from '../../platform/facts.ts'
import type { Reader, Writer } from '../../store/store.ts'
import type { ServiceParts } from '../cases/index.ts'
import {
  addConversation,
  addTranscribed,
  findConversation,
  findMessage,
  isRestedOn,
  type StoredMessage,
} from '../evidence/index.ts'
import { findCapture, setCapture, withdrawLine } from './captures-store.ts'
import { addSpeaker, listSpeakers } from './chat-store.ts'
import { toSpoken } from './conversations.ts'
import { messageOf } from './line-message.ts'
import { countWithdrawn, listLinesOfOriginal, ofPicture } from './lines-store.ts'
import { localToInstant } from './local-to-instant.ts'

const TRANSCRIBED = 'TRANSCRIBED'

/** Pictures of screens: what they are, and the lines that somebody typed off them. */
export function capturesOf(parts: ServiceParts) {
  const { store, audit, clock, ids } = parts
  return {
    /** @throws Refusal NOT_FOUND where the message is no document */
    getCapture(messageId: string): { capture: Capture | null; transcript: Transcript } {
      const document = getDocument(store.read, messageId)
      return {
        capture: findCapture(store.read, messageId) ?? null,
        transcript: transcriptOf(store.read, document),
      }
    },

    /** @throws Refusal NOT_FOUND */
    describeCapture(messageId: string, draft: CaptureDraft): void {
      const changedAt = clock.now()
      store.write((writer) => {
        const { caseId } = getDocument(writer, messageId)
        setCapture(writer, { messageId, caseId, changedAt }, draft)
        audit.append(writer, {
          act: 'capture.described',
          objectId: messageId,
          facts: { case: factId(caseId) },
        })
      })
    },

    /** @throws Refusal NOT_FOUND; STATEMENT_IN_USE where something rests on the line that it replaces */
    transcribe(messageId: string, line: TranscribedLine, replaces: string | null): string {
      const lineId = ids.next()
      const at = clock.now()
      store.write((writer) => {
        const document = getDocument(writer, messageId)
        if (replaces !== null) withdraw(parts, writer, replaces, at, document)
        addLine(parts, writer, { document, line, lineId }, at)
      })
      return lineId
    },

    /** @throws Refusal NOT_FOUND; STATEMENT_IN_USE where something rests on it */
    withdrawLine(lineId: string): void {
      const at = clock.now()
      store.write((writer) => withdraw(parts, writer, lineId, at))
    },
  }
}

function getDocument(reader: Reader, messageId: string): StoredMessage {
  const found = findMessage(reader, messageId)
  if (found?.form !== 'document') throw refusal('NOT_FOUND')
  return found
}

function transcriptOf(reader: Reader, { caseId, originalSha256 }: StoredMessage): Transcript {
  const rows = listLinesOfOriginal(reader, caseId, originalSha256)
  const threads = [...new Set(rows.map(({ threadId }) => threadId))]
  const speakers = listSpeakers(reader, threads)
  const lines = rows.flatMap((row) => toSpoken(reader, [row], speakers.get(row.threadId) ?? []))
  return { lines, withdrawnCount: countWithdrawn(reader, ofPicture(caseId, originalSha256)) }
}

interface NewLine {
  document: StoredMessage
  line: TranscribedLine
  lineId: string
}

/** A line keeps the picture as its original: that was taken in once, and its custody line is the line's too. */
function addLine(
  { audit, ids }: ServiceParts,
  writer: Writer,
  { document, line, lineId }: NewLine,
  at: string,
): void {
  const { caseId, originalSha256 } = document
  const channel = findCapture(writer, document.id)?.channel ?? 'other'
  const conversation = `${channel} ${line.title}`
  const spoken = asChatLine(line)
  const known = findConversation(writer, caseId, conversation)
  const threadId = known ?? ids.next()
  if (!known) addConversation(writer, { id: threadId, caseId, latestAt: spoken.at ?? at, conversation })
  const { speaker: name, account, side } = line
  if (name !== '') addSpeaker(writer, threadId, { name, account, side })
  const speakers = new Map(
    (listSpeakers(writer, [threadId]).get(threadId) ?? []).map((each) => [
      each.name,
      each.name === name ? { ...each, account } : each,
    ]),
  )
  const message = messageOf(spoken, line.title, speakers)
  const row = { id: lineId, caseId, threadId, originalSha256, addedAt: at, channel }
  // Never the same as another: who types a line twice means two, and a withdrawn one may be typed again.
  const fingerprint = createHash('sha256').update(`${TRANSCRIBED} ${lineId}`).digest('hex')
  addTranscribed(writer, row, fingerprint, { ...message, warnings: [...message.warnings, TRANSCRIBED] })
  const facts = { case: factId(caseId), picture: factId(document.id) }
  audit.append(writer, { act: 'line.transcribed', objectId: lineId, facts })
}

function asChatLine({ speaker, saidOn, saidTime, zone, text }: TranscribedLine): ChatLine {
  const raw = [saidOn, saidTime].filter((part) => part !== null).join(' ') || null
  const local = saidOn && saidTime ? `${saidOn}T${saidTime}:00` : null
  const instant = local && zone ? localToInstant(local, zone) : null
  return {
    offset: 0,
    speaker: speaker || null,
    ...{ raw, local, at: instant?.at ?? null, zoneMinutes: instant?.zoneMinutes ?? null },
    text,
    kind: speaker === '' ? 'system' : 'said',
  }
}

/** Only what was typed off a picture is ever taken back. */
function withdraw(
  { audit }: ServiceParts,
  writer: Writer,
  lineId: string,
  at: string,
  document?: StoredMessage,
): void {
  const line = findMessage(writer, lineId)
  const isTyped = line?.form === 'chat' && line.warnings.split(',').includes(TRANSCRIBED)
  const isOfPicture = document === undefined || line?.originalSha256 === document.originalSha256
  if (!line || !isTyped || !isOfPicture || line.withdrawnAt !== null) throw refusal('NOT_FOUND')
  if (isRestedOn(writer, lineId)) throw refusal('STATEMENT_IN_USE')
  withdrawLine(writer, lineId, at)
  audit.append(writer, { act: 'line.withdrawn', objectId: lineId, facts: { case: factId(line.caseId) } })
}
