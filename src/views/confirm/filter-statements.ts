import type { Statement, StatementState } from '@bridge/model/statement.ts'

export interface StatementFilter {
  state: StatementState | 'all'
  search: string
}

/** Statements in a state whose words, speaker or message contain every word searched for. */
export function filterStatements(
  statements: readonly Statement[],
  { state, search }: StatementFilter,
): readonly Statement[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return statements.filter((statement) => {
    if (state !== 'all' && statement.state !== state) return false
    const { quote, speaker, message } = statement
    const text = `${quote} ${speaker} ${message?.subject ?? ''} ${message?.fromName ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** The next statement that still waits for an answer, from one on and around the end of the list. */
export function nextOpen(statements: readonly Statement[], from: Statement): Statement | undefined {
  const at = statements.findIndex(({ id }) => id === from.id)
  const round = [...statements.slice(at + 1), ...statements.slice(0, Math.max(0, at))]
  return round.find(({ state }) => state === 'unconfirmed' || state === 'asked')
}
