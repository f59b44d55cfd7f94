import type { Candidate } from '@bridge/model/statement.ts'
import type { Reader } from '../../store/store.ts'
import { isMailboxOf, listMailboxes } from '../cases/index.ts'
import { findMessage, findMessageRef } from '../evidence/index.ts'
import { type CandidateRow, listLaterMessages, listReplies } from './candidates-store.ts'
import { type Scored, scoreCandidate } from './score-candidate.ts'
import { listAnswers, type StoredStatement } from './statements-store.ts'

const DAY_MS = 86_400_000
const SHOWN = 40
const TEXT_LENGTH = 20_000

/** Messages that may answer a statement, best first. The client's own mails cannot confirm, and are left out. */
export function listCandidates(reader: Reader, statement: StoredStatement): Candidate[] {
  const said = statement.messageId ? findMessage(reader, statement.messageId) : undefined
  const from = said?.sentAt ?? (statement.saidOn ? `${statement.saidOn}T00:00:00Z` : null)
  const sides = {
    client: listMailboxes(reader, statement.caseId, 'client'),
    counterparty: listMailboxes(reader, statement.caseId, 'counterparty'),
  }
  const rows = listLaterMessages(reader, { caseId: statement.caseId, from, threadId: said?.threadId ?? null })
  const replies = said?.messageId
    ? listReplies(
        reader,
        rows.map((row) => row.id),
        said.messageId,
      )
    : new Set<string>()
  const verdicts = new Map(listAnswers(reader, [statement.id]).map((each) => [each.messageId, each.verdict]))

  const score = (row: CandidateRow): Candidate | undefined => {
    const message = findMessageRef(reader, row.id)
    if (!message) return undefined
    const fromCounterparty = isMailboxOf(message.fromAddress, sides.counterparty)
    const ownMessage = row.id === statement.messageId
    if (isMailboxOf(message.fromAddress, sides.client) || (ownMessage && !fromCounterparty)) return undefined
    const scored: Scored = scoreCandidate({
      quote: statement.quote,
      ownMessage,
      fromCounterparty,
      repliesToStatement: replies.has(row.id),
      sameThread: row.threadId === said?.threadId,
      daysAfter: from && row.sentAt ? (Date.parse(row.sentAt) - Date.parse(from)) / DAY_MS : null,
      text: row.text,
    })
    const verdict = verdicts.get(row.id) ?? null
    const related = fromCounterparty || scored.reasons.includes('REPLIES_TO_STATEMENT') || verdict !== null
    return related ? { ...scored, message, text: row.text.slice(0, TEXT_LENGTH), verdict } : undefined
  }

  return rows
    .map(score)
    .filter((candidate) => candidate !== undefined)
    .sort((a, b) => b.score - a.score || (a.message.sentAt ?? '').localeCompare(b.message.sentAt ?? ''))
    .slice(0, SHOWN)
}
