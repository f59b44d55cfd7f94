import type { FoundStatement } from '@bridge/model/finding.ts'
import { refusal } from '@bridge/refusal.ts'
import type { Store } from '../../store/store.ts'
import { listStatements } from '../confirmations/index.ts'
import { answersQuery, findMessage, readQuery, type StoredMessage } from '../evidence/index.ts'
import { buildThread } from './build-thread.ts'
import { listCopies } from './copies-store.ts'
import { listGaps } from './gaps-store.ts'
import { listThread } from './thread-store.ts'
import { listDays, listTimeline, type TimelinePage } from './timeline-store.ts'

export type FindingService = ReturnType<typeof createFindingService>

const STATEMENTS_AT_MOST = 100

/** Ways through the correspondence of a case. */
export function createFindingService({ store }: { store: Store }) {
  const getMessage = (messageId: string): StoredMessage => {
    const found = findMessage(store.read, messageId)
    if (!found) throw refusal('NOT_FOUND')
    return found
  }
  return {
    timeline: (page: TimelinePage) => listTimeline(store.read, page),
    listDays: (caseId: string) => listDays(store.read, caseId),

    /** @throws Refusal NOT_FOUND */
    getThread(messageId: string) {
      const { threadId, caseId } = getMessage(messageId)
      const { messages, total, links, known } = listThread(store.read, caseId, threadId)
      return { entries: buildThread(messages, links, known), total }
    },

    listGaps: (caseId: string) => listGaps(store.read, caseId),

    /** @throws Refusal NOT_FOUND */
    listCopies: (messageId: string) => listCopies(store.read, getMessage(messageId)),

    listStatements(caseId: string, search: string): FoundStatement[] {
      const query = readQuery(search)
      if (!query) return []
      return listStatements(store.read, caseId)
        .filter(
          ({ messageId, quote, speaker }) =>
            messageId === null && answersQuery(`${speaker}\n${quote}`, query),
        )
        .slice(0, STATEMENTS_AT_MOST)
        .map(({ id, kind, channel, quote, speaker, saidOn }) => ({
          id,
          kind,
          channel,
          quote,
          speaker,
          saidOn,
        }))
    },
  }
}
