import type { Candidate, MessageRef } from '@bridge/model/statement.ts'
import type { Reader } from '../../store/store.ts'
import { isMailboxOf, listMailboxes } from '../cases/index.ts'
import { findMessage, listMessageRefs, type StoredMessage } from '../evidence/index.ts'
import { type CandidateRow, listPossibleAnswers, listReplies } from './candidates-store.ts'
import { scoreCandidate } from './score-candidate.ts'
import { listAnswers, type StoredStatement } from './statements-store.ts'

const DAY_MS = 86_400_000
/** The day begins first at UTC+14 (Kiribati): a plain date names no zone, and no answer of that day may be lost. */
const EARLIEST_ZONE = '+14:00'
const SHOWN = 40
const TEXT_LENGTH = 20_000

/** Messages that may answer a statement, best first. The client's own mails cannot confirm, and are left out. */
export function listCandidates(reader: Reader, statement: StoredStatement): Candidate[] {
  const said = statement.messageId ? findMessage(reader, statement.messageId) : undefined
  const from = whenSaid(statement, said)
  const verdicts = new Map(listAnswers(reader, [statement.id]).map((each) => [each.messageId, each.verdict]))
  const rows = listPossibleAnswers(reader, {
    caseId: statement.caseId,
    from,
    threadId: said?.threadId ?? null,
    headerMessageId: said?.messageId ?? null,
    decided: [...verdicts.keys()],
  })
  const ids = rows.map((row) => row.id)
  const replies = said?.messageId ? listReplies(reader, ids, said.messageId) : new Set<string>()
  const refs = listMessageRefs(reader, ids)
  const client = listMailboxes(reader, statement.caseId, 'client')
  const counterparty = listMailboxes(reader, statement.caseId, 'counterparty')

  const toCandidate = (row: CandidateRow, message: MessageRef): Candidate => {
    const scored = scoreCandidate({
      quote: statement.quote,
      ownMessage: row.id === statement.messageId,
      fromCounterparty: isMailboxOf(message.fromAddress, counterparty),
      repliesToStatement: replies.has(row.id),
      sameThread: row.threadId === said?.threadId,
      daysAfter: from && row.sentAt ? (Date.parse(row.sentAt) - Date.parse(from)) / DAY_MS : null,
      text: row.text,
    })
    return { ...scored, message, text: row.text.slice(0, TEXT_LENGTH), verdict: verdicts.get(row.id) ?? null }
  }

  return rows
    .flatMap((row) => {
      const message = refs.get(row.id)
      const isOurs = !message || isMailboxOf(message.fromAddress, client)
      return isOurs && !verdicts.has(row.id) ? [] : message ? [toCandidate(row, message)] : []
    })
    .sort((a, b) => b.score - a.score || (a.message.sentAt ?? '').localeCompare(b.message.sentAt ?? ''))
    .slice(0, SHOWN)
}

function whenSaid(statement: StoredStatement, said: StoredMessage | undefined): string | null {
  if (said?.sentAt) return said.sentAt
  if (!statement.saidOn) return null
  return new Date(`${statement.saidOn}T00:00:00${EARLIEST_ZONE}`).toISOString()
}
