import type { ChatReading, ChatSpeaker, Conversation, SpeakerSide, SpokenLine } from '@bridge/model/chat.ts'
import { refusal } from '@bridge/refusal.ts'
import { eq } from 'drizzle-orm'
import { factId } from '../../platform/facts.ts'
import { messages } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'
import type { ServiceParts } from '../cases/index.ts'
import { findMessage, listStatementStates } from '../evidence/index.ts'
import { changeSide, listReadings, listSpeakers } from './chat-store.ts'
import {
  type ConversationRow,
  countLines,
  countWithdrawn,
  inCase,
  inThread,
  type LineRow,
  listConversations,
  listLines,
  placeOf,
} from './lines-store.ts'

/** What is kept of chats: conversations, and the lines in them. */
export function conversationsOf({ store, audit }: ServiceParts) {
  const withSpeakers = (rows: readonly ConversationRow[]): Conversation[] => {
    const speakers = listSpeakers(
      store.read,
      rows.map(({ threadId }) => threadId),
    )
    return rows.map((row) => ({ ...row, speakers: speakers.get(row.threadId) ?? [] }))
  }
  return {
    listConversations: (caseId: string): Conversation[] =>
      withSpeakers(listConversations(store.read, inCase(caseId))),

    /** @throws Refusal NOT_FOUND where the message is no line of a chat */
    getConversation(messageId: string): {
      conversation: Conversation
      place: number
      withdrawnCount: number
      readings: ChatReading[]
    } {
      const line = findMessage(store.read, messageId)
      if (line?.form !== 'chat') throw refusal('NOT_FOUND')
      const { threadId } = line
      const [conversation] = withSpeakers(listConversations(store.read, inThread(threadId)))
      if (!conversation) throw refusal('NOT_FOUND')
      return {
        conversation,
        place: placeOf(store.read, threadId, line),
        withdrawnCount: countWithdrawn(store.read, eq(messages.threadId, threadId)),
        readings: listReadings(store.read, threadId),
      }
    },

    listLines(page: { threadId: string; offset: number; limit: number }): {
      rows: SpokenLine[]
      total: number
    } {
      const rows = listLines(store.read, page.threadId, page)
      const speakers = listSpeakers(store.read, [page.threadId]).get(page.threadId) ?? []
      return { rows: toSpoken(store.read, rows, speakers), total: countLines(store.read, page.threadId) }
    },

    /** @throws Refusal NOT_FOUND */
    changeSpeaker(change: { threadId: string; name: string; side: SpeakerSide }): void {
      const { threadId, name, side } = change
      store.write((writer) => {
        if (!changeSide(writer, threadId, name, side)) throw refusal('NOT_FOUND')
        const facts = { client: side === 'client', counterparty: side === 'counterparty' }
        audit.append(writer, { act: 'chat.speakerChanged', objectId: factId(threadId), facts })
      })
    },
  }
}

/** Rows as lines, each with the side its speaker is on. */
export function toSpoken(
  reader: Reader,
  rows: readonly LineRow[],
  speakers: readonly ChatSpeaker[],
): SpokenLine[] {
  const sides = new Map(speakers.map(({ name, side }) => [name, side]))
  const states = listStatementStates(
    reader,
    rows.map(({ messageId }) => messageId),
  )
  return rows.map(({ warnings, row: _, originalSha256: __, threadId: ___, ...line }) => {
    const noted = warnings.split(',')
    return {
      ...line,
      speaker: line.speaker ?? '',
      account: line.account ?? '',
      side: sides.get(line.speaker ?? '') ?? 'other',
      kind: noted.includes('SYSTEM_LINE') ? 'system' : noted.includes('MEDIA_LEFT_OUT') ? 'media' : 'said',
      transcribed: noted.includes('TRANSCRIBED'),
      statements: states.get(line.messageId) ?? [],
    }
  })
}
