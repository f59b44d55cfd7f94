import type { Candidate, MessageRef, Statement, Verdict } from '@bridge/model/statement.ts'

/** A message that answers a statement, or may: proposed by the app or already decided on. */
export interface Entry {
  message: MessageRef
  reasons: Candidate['reasons']
  passage: string
  text: string
  verdict: Verdict | null
}

const RANK: Record<Verdict | 'open', number> = { confirms: 0, denies: 0, open: 1, rejected: 2 }

/** Decided answers first, then candidates as they were ranked, what was set aside last. */
export function entriesOf(statement: Statement, candidates: readonly Candidate[]): readonly Entry[] {
  const proposed = new Set(candidates.map(({ message }) => message.id))
  const others = statement.answers
    .filter(({ message }) => !proposed.has(message.id))
    .map(({ message, quote, verdict }) => ({ message, verdict, passage: quote, text: quote, reasons: [] }))
  const decided = new Map(statement.answers.map((answer) => [answer.message.id, answer]))
  const known = candidates.map((candidate) => {
    const answer = decided.get(candidate.message.id)
    return { ...candidate, verdict: answer?.verdict ?? null, passage: answer?.quote || candidate.passage }
  })
  const rank = ({ verdict }: Entry): number => RANK[verdict ?? 'open']
  return [...others, ...known].sort((a, b) => rank(a) - rank(b))
}
