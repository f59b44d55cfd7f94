import type { Messages } from '../../messages/messages.ts'
import type { CaseProblems } from './case-fields.ts'

/** The sentence under each field that has a problem. */
export const wordProblems = (
  problems: CaseProblems,
  words: Messages['cases']['form'],
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [
      field,
      problem.kind === 'badMailbox' ? words.badMailbox(problem.value) : words[problem.kind],
    ]),
  )
