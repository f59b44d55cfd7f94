import type { Input } from '@bridge/channels/index.ts'
import type { MessageFilter } from '@bridge/model/finding.ts'
import { useState } from 'react'
import { useDraft } from '../../ipc/use-draft.ts'

/** Which messages are listed, and how. */
export type Filter = Pick<Input<'evidence.list'>, 'search' | 'filter' | 'order'>

const ALL: Filter = { search: '', filter: {}, order: 'date' }

/** The filter of a case's list, as it was left. */
export function useFilter(caseId: string): [Filter, (change: Partial<Filter>) => void] {
  const kept = useDraft<Filter>(`evidence filter ${caseId}`)
  const [filter, setFilter] = useState(kept.left ?? ALL)
  return [
    filter,
    (change) => {
      const next = { ...filter, ...change }
      kept.keep(next)
      setFilter(next)
    },
  ]
}

/** A filter with one thing said otherwise; `undefined` takes it out. */
export function withChange(filter: MessageFilter, change: Partial<MessageFilter>): MessageFilter {
  const entries = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries)
}
