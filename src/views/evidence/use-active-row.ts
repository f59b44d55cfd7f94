import { useEffect, useState } from 'react'
import type { MessagePages } from './use-messages.ts'

/**
 * Which row is active, and how to move there. A row whose page is still on its way becomes active at once and is
 * opened when it arrives; a row scrolled out of sight, its page forgotten, stays active.
 */
export function useActiveRow(
  { rowAt, indexOf }: Pick<MessagePages, 'rowAt' | 'indexOf'>,
  messageId: string | undefined,
  onOpen: (messageId: string) => void,
): { active: number; moveTo: (index: number) => void } {
  const [at, setAt] = useState(-1)
  const [pending, setPending] = useState(false)
  const row = at < 0 ? undefined : rowAt(at)
  useEffect(() => {
    if (!pending || !row) return
    setPending(false)
    onOpen(row.id)
  }, [pending, row, onOpen])
  const stays = at >= 0 && (pending || !row || row.id === messageId)
  return {
    active: stays ? at : indexOf(messageId),
    moveTo: (index) => {
      const wanted = rowAt(index)
      setAt(index)
      setPending(!wanted)
      if (wanted) onOpen(wanted.id)
    },
  }
}
