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

/** The next statement that still waits for an answer, after a place in the list and around its end. */
export function nextOpen(statements: readonly Statement[], after: number): Statement | undefined {
  const isOpen = ({ state }: Statement): boolean => state === 'unconfirmed' || state === 'asked'
  return statements.slice(after + 1).find(isOpen) ?? statements.slice(0, Math.max(0, after)).find(isOpen)
}
