import type { MessageRef, Statement } from '@bridge/model/statement.ts'
import { stateOf } from '@bridge/model/statement-state.ts'
import { refusal } from '@bridge/refusal.ts'
import { findCase, type ServiceParts } from '../cases/index.ts'
import { listMessageRefs } from '../evidence/index.ts'
import { listCounterpartyAddresses } from './counterparty-addresses-store.ts'
import { decideAnswers } from './decide-answers.ts'
import { draftRequest } from './draft-request.ts'
import { editStatements } from './edit-statements.ts'
import { getStatement } from './get-statement.ts'
import { listAnswers, listStatements, type StoredAnswer, type StoredStatement } from './statements-store.ts'

export type ConfirmationsService = ReturnType<typeof createConfirmationsService>

/** Statements, what may answer them, and the lawyer's word on it. */
export function createConfirmationsService(parts: ServiceParts) {
  const { read } = parts.store
  return {
    ...editStatements(parts),
    ...decideAnswers(parts),

    list(caseId: string): Statement[] {
      const rows = listStatements(read, caseId)
      const given = listAnswers(
        read,
        rows.map((row) => row.id),
      )
      const named = [...rows.flatMap((row) => row.messageId ?? []), ...given.map((row) => row.messageId)]
      const refs = listMessageRefs(read, [...new Set(named)])
      return rows.map((row) => toStatement(row, given, refs))
    },

    /** One e-mail for all of them. @throws Refusal NOT_FOUND where one is not there, or they are of several cases */
    draftRequest(statementIds: readonly string[]) {
      const statements = [...new Set(statementIds)].map((id) => getStatement(read, id))
      const [caseId = '', ...others] = new Set(statements.map((each) => each.caseId))
      const matter = findCase(read, caseId)
      if (!matter || others.length > 0) throw refusal('NOT_FOUND')
      return draftRequest({ statements, matter, to: listCounterpartyAddresses(read, matter) })
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
