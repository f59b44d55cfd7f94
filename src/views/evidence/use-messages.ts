import type { BridgeError } from '@bridge/errors.ts'
import type { MessageRow } from '@bridge/model/evidence.ts'
import { useDebouncedValue } from '@mantine/hooks'
import { usePaged } from '../../ipc/use-paged.ts'
import type { Filter } from './use-filter.ts'

export interface MessagePages {
  total: number
  /** How many more pass that are other copies of a message, and are left out. */
  hiddenCopies: number
  /** Undefined while the row's page is on its way. */
  rowAt: (index: number) => MessageRow | undefined
  /** Where a message stands in the list; −1 where it is not among the rows on the screen. */
  indexOf: (messageId: string | undefined) => number
  show: (first: number, last: number) => void
  loading: boolean
  error: BridgeError | null
}

/** The messages of a case that pass a filter, asked for page by page as they come into sight. */
export function useMessages(caseId: string, filter: Filter): MessagePages {
  const [search] = useDebouncedValue(filter.search, 150)
  const paged = usePaged('evidence.list', { caseId, ...filter, search })
  const rowAt = (index: number): MessageRow | undefined => {
    const found = paged.pageOf(index)
    return found?.page.rows[found.at]
  }
  return {
    total: paged.total,
    hiddenCopies: paged.first?.hiddenCopies ?? 0,
    rowAt,
    indexOf: (messageId) =>
      messageId ? paged.find((page) => page.rows.findIndex(({ id }) => id === messageId)) : -1,
    show: paged.show,
    loading: paged.loading,
    error: paged.error,
  }
}
