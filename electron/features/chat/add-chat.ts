import type { ChatChannel, ChatOptions, ChatPreview, ChatSpeaker } from '@bridge/model/chat.ts'
import { Refusal, refusal } from '@bridge/refusal.ts'
import type { JobRunner } from '../../jobs/job-runner.ts'
import { factId } from '../../platform/facts.ts'
import { findCase } from '../cases/index.ts'
import { addConversation, addImport, findConversation } from '../evidence/index.ts'
import { addSpeaker, findStoredReading } from './chat-store.ts'
import { type KeepParts, keepChat, type StatedChat } from './keep-chat.ts'
import { previewExport, readExport } from './read-export.ts'

export interface AddParts extends KeepParts {
  jobs: JobRunner
}

/** What the lawyer decided in view of the preview. */
export interface NewChat {
  caseId: string
  path: string
  /** Of the bytes that were previewed. */
  sha256: string
  options: ChatOptions
  channel: ChatChannel
  title: string
  speakers: readonly ChatSpeaker[]
}

/**
 * Starts keeping a chat. What the preview found and nobody stated otherwise is stated by it: the reading says what it rests on.
 * @throws Refusal NOT_FOUND, CHAT_UNREADABLE, JOB_RUNNING; CHANGED_ELSEWHERE where the file is not the one that was previewed;
 * ZONE_STATED where its lines stand in the conversation with another zone
 */
export async function addChat(parts: AddParts, chat: NewChat): Promise<{ jobId: string; importId: string }> {
  const { store, ids, clock, audit, jobs } = parts
  const { caseId, channel, title, speakers } = chat
  if (!findCase(store.read, caseId)) throw refusal('NOT_FOUND')
  const file = await readExport(chat.path)
  if (file.sha256 !== chat.sha256) throw refusal('CHANGED_ELSEWHERE')
  const preview = await previewExport(parts.reader, file, chat.options)
  const options = stated(chat.options, preview)
  if (options.format === null || preview.counts.lines === 0)
    throw new Refusal('CHAT_UNREADABLE', { reason: 'NO_LINES' })
  const conversation = `${channel} ${title}`
  const threadId = findConversation(store.read, caseId, conversation) ?? ids.next()
  const before = findStoredReading(store.read, threadId, file.sha256)
  // Its lines would be known, and keep the instants that they have: what is stated now would be said of them, and be wrong.
  if (before && before.zone !== options.zone) throw new Refusal('ZONE_STATED', { zone: before.zone })
  const [jobId, importId, at] = [ids.next(), ids.next(), clock.now()]
  const kept: StatedChat = {
    ...{ caseId, importId, threadId, conversation, channel, title, file, options, speakers, preview },
  }
  jobs.start(
    { id: jobId, kind: 'evidence.import', caseId, subjectId: importId },
    (writer) => {
      addImport(writer, importId, caseId, at)
      audit.append(writer, { act: 'import.started', objectId: importId, facts: { case: factId(caseId) } })
      if (!findConversation(writer, caseId, conversation)) {
        const latestAt = preview.last.at(-1)?.at ?? preview.first.at(-1)?.at ?? at
        addConversation(writer, { id: threadId, caseId, latestAt, conversation })
      }
      for (const speaker of speakers) addSpeaker(writer, threadId, speaker)
    },
    (context) => keepChat(parts, kept, context),
  )
  return { jobId, importId }
}

const stated = (options: ChatOptions, { format, charset, dateOrder, table }: ChatPreview): ChatOptions => ({
  ...options,
  format,
  charset,
  dateOrder,
  columns: options.columns ?? table?.columns ?? null,
})
