import type { StatementState } from '@bridge/model/statement.ts'
import { stateOf } from '@bridge/model/statement-state.ts'
import { inArray } from 'drizzle-orm'
import { answers, statements } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'

/** States of the statements marked in each of these messages. */
export function listStatementStates(
  reader: Reader,
  messageIds: readonly string[],
): Map<string, StatementState[]> {
  const marked = reader
    .select({ id: statements.id, messageId: statements.messageId, askedOn: statements.askedOn })
    .from(statements)
    .where(inArray(statements.messageId, [...messageIds]))
    .all()
  const given = reader
    .select({ statementId: answers.statementId, verdict: answers.verdict })
    .from(answers)
    .where(
      inArray(
        answers.statementId,
        marked.map((row) => row.id),
      ),
    )
    .all()
  const states = new Map<string, StatementState[]>()
  for (const { id, messageId, askedOn } of marked) {
    const verdicts = given.filter((row) => row.statementId === id).map((row) => row.verdict)
    const list = states.get(messageId ?? '') ?? []
    list.push(stateOf(verdicts, askedOn !== null))
    states.set(messageId ?? '', list)
  }
  return states
}
