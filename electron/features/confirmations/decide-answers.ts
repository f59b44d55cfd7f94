import type { Candidate, Verdict } from '@bridge/model/statement.ts'
import { refusal } from '@bridge/refusal.ts'
import { factId } from '../../platform/facts.ts'
import type { ServiceParts } from '../cases/index.ts'
import { findMessage } from '../evidence/index.ts'
import { getStatement } from './get-statement.ts'
import { listCandidates } from './list-candidates.ts'
import { removeAnswer, setAnswer } from './statements-store.ts'

/** What may answer a statement, and the lawyer's word on it. The app proposes; only `decide` decides. */
export function decideAnswers({ store, audit, clock, ids }: ServiceParts) {
  return {
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
  }
}
