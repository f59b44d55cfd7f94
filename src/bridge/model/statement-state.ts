import type { StatementState, Verdict } from './statement.ts'

/** The state that follows from the lawyer's verdicts: a denial outweighs a confirmation, and either outweighs having asked. */
export function stateOf(verdicts: readonly Verdict[], asked: boolean): StatementState {
  if (verdicts.includes('denies')) return 'denied'
  if (verdicts.includes('confirms')) return 'confirmed'
  return asked ? 'asked' : 'unconfirmed'
}
