import { dayWritten } from '@bridge/model/day-written.ts'
import type {
  Candidate,
  Channel,
  MessageRef,
  Statement,
  StatementKind,
  Verdict,
} from '@bridge/model/statement.ts'
import { stateOf } from '@bridge/model/statement-state.ts'
import { refusal } from '@bridge/refusal.ts'
import { factId } from '../../platform/facts.ts'
import type { Reader } from '../../store/store.ts'
import { findCase, type ServiceParts } from '../cases/index.ts'
import { findMessage, findMessageRef, listMessageRefs } from '../evidence/index.ts'
import { listCounterpartyAddresses } from './counterparty-addresses.ts'
import { draftRequest } from './draft-request.ts'
import { listCandidates } from './list-candidates.ts'
import {
  addStatement,
  changeStatement,
  findStatement,
  isInExhibit,
  listAnswers,
  listStatements,
  removeAnswer,
  removeStatement,
  type StoredAnswer,
  type StoredStatement,
  setAnswer,
} from './statements-store.ts'

export interface TypedStatement {
  caseId: string
  kind: StatementKind
  channel: Channel
  quote: string
  speaker: string
  saidOn: string | null
}

export type ConfirmationsService = ReturnType<typeof createConfirmationsService>

/** Statements, and the lawyer's word on what confirms or denies them. The app proposes; only `decide` decides. */
export function createConfirmationsService({ store, audit, clock, ids }: ServiceParts) {
  const getStatement = (reader: Reader, statementId: string): StoredStatement => {
    const found = findStatement(reader, statementId)
    if (!found) throw refusal('NOT_FOUND')
    return found
  }

  return {
    list(caseId: string): Statement[] {
      const rows = listStatements(store.read, caseId)
      const given = listAnswers(
        store.read,
        rows.map((row) => row.id),
      )
      const named = [...rows.flatMap((row) => row.messageId ?? []), ...given.map((row) => row.messageId)]
      const refs = listMessageRefs(store.read, [...new Set(named)])
      return rows.map((row) => toStatement(row, given, refs))
    },

    /** @throws Refusal NOT_FOUND; PASSAGE_NOT_FOUND where the message does not say so at that place */
    mark(passage: { messageId: string; kind: StatementKind; quote: string; quoteStart: number }): string {
      const { messageId, kind, quote, quoteStart } = passage
      const message = findMessage(store.read, messageId)
      if (!message) throw refusal('NOT_FOUND')
      // Half a character could not be written down again as it stands.
      const exact = quote.isWellFormed() && message.text.startsWith(quote, quoteStart)
      if (!exact) throw refusal('PASSAGE_NOT_FOUND')
      const from = findMessageRef(store.read, messageId)
      const statementId = ids.next()
      const at = clock.now()
      store.write((writer) => {
        addStatement(writer, {
          id: statementId,
          caseId: message.caseId,
          kind,
          channel: 'email',
          messageId,
          quote,
          quoteStart,
          speaker: from?.fromName || from?.fromAddress || '',
          saidOn: message.sentAt && dayWritten(message.sentAt, message.sentZoneMinutes),
          createdAt: at,
        })
        const facts = {
          case: factId(message.caseId),
          message: factId(messageId),
          start: quoteStart,
          length: quote.length,
        }
        audit.append(writer, { act: 'statement.marked', objectId: statementId, facts })
      })
      return statementId
    },

    /** @throws Refusal NOT_FOUND */
    type(typed: TypedStatement): string {
      if (!findCase(store.read, typed.caseId)) throw refusal('NOT_FOUND')
      const statementId = ids.next()
      const at = clock.now()
      store.write((writer) => {
        addStatement(writer, { ...typed, id: statementId, createdAt: at })
        audit.append(writer, {
          act: 'statement.typed',
          objectId: statementId,
          facts: { case: factId(typed.caseId) },
        })
      })
      return statementId
    },

    /** @throws Refusal NOT_FOUND */
    changeKind(statementId: string, kind: StatementKind): void {
      store.write((writer) => {
        getStatement(writer, statementId)
        changeStatement(writer, statementId, { kind })
        audit.append(writer, { act: 'statement.changed', objectId: statementId })
      })
    },

    /** @throws Refusal NOT_FOUND; STATEMENT_IN_USE while an exhibit shows it */
    remove(statementId: string): void {
      store.write((writer) => {
        getStatement(writer, statementId)
        if (isInExhibit(writer, statementId)) throw refusal('STATEMENT_IN_USE')
        removeStatement(writer, statementId)
        audit.append(writer, { act: 'statement.removed', objectId: statementId })
      })
    },

    /** @throws Refusal NOT_FOUND */
    listCandidates: (statementId: string): Candidate[] =>
      listCandidates(store.read, getStatement(store.read, statementId)),

    /** @throws Refusal NOT_FOUND; PASSAGE_NOT_FOUND where the answer does not contain the quote */
    decide(decision: { statementId: string; messageId: string; verdict: Verdict; quote: string }): void {
      const { statementId, messageId, verdict, quote } = decision
      store.write((writer) => {
        const statement = getStatement(writer, statementId)
        const message = findMessage(writer, messageId)
        if (!message || message.caseId !== statement.caseId) throw refusal('NOT_FOUND')
        if (!quote.isWellFormed() || !message.text.includes(quote)) throw refusal('PASSAGE_NOT_FOUND')
        const at = clock.now()
        setAnswer(writer, { id: ids.next(), statementId, messageId, verdict, quote, decidedAt: at })
        const facts = {
          message: factId(messageId),
          confirms: verdict === 'confirms',
          denies: verdict === 'denies',
          quoteLength: quote.length,
        }
        audit.append(writer, { act: 'answer.decided', objectId: statementId, facts })
      })
    },

    /** @throws Refusal NOT_FOUND */
    undecide(statementId: string, messageId: string): void {
      store.write((writer) => {
        if (!removeAnswer(writer, statementId, messageId)) throw refusal('NOT_FOUND')
        const facts = { message: factId(messageId) }
        audit.append(writer, { act: 'answer.withdrawn', objectId: statementId, facts })
      })
    },

    /** @throws Refusal NOT_FOUND */
    draftRequest(statementId: string) {
      const statement = getStatement(store.read, statementId)
      const matter = findCase(store.read, statement.caseId)
      if (!matter) throw refusal('NOT_FOUND')
      return draftRequest({ statement, matter, to: listCounterpartyAddresses(store.read, matter) })
    },

    /** @throws Refusal NOT_FOUND */
    setAsked(statementId: string, askedOn: string | null): void {
      store.write((writer) => {
        getStatement(writer, statementId)
        changeStatement(writer, statementId, { askedOn })
        const facts = { asked: askedOn !== null }
        audit.append(writer, { act: 'statement.asked', objectId: statementId, facts })
      })
    },
  }
}

function toStatement(
  row: StoredStatement,
  given: readonly StoredAnswer[],
  refs: ReadonlyMap<string, MessageRef>,
): Statement {
  const own = given.filter((each) => each.statementId === row.id)
  return {
    ...row,
    state: stateOf(
      own.map((each) => each.verdict),
      row.askedOn !== null,
    ),
    message: refs.get(row.messageId ?? '') ?? null,
    answers: own.flatMap(({ messageId, verdict, quote, decidedAt }) => {
      const message = refs.get(messageId)
      return message ? [{ message, verdict, quote, decidedAt }] : []
    }),
  }
}
