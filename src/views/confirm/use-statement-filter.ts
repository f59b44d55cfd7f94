import { useState } from 'react'
import { useDraft } from '../../ipc/use-draft.ts'
import type { StatementFilter } from './filter-statements.ts'

/** The filter of a case's statements, as it was left. */
export function useStatementFilter(caseId: string): [StatementFilter, (filter: StatementFilter) => void] {
  const kept = useDraft<StatementFilter>(`confirm filter ${caseId}`)
  const [filter, setFilter] = useState<StatementFilter>(kept.left ?? { state: 'all', search: '' })
  return [
    filter,
    (next) => {
      kept.keep(next)
      setFilter(next)
    },
  ]
}
