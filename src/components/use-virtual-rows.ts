import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type RefObject, useEffect } from 'react'

interface VirtualRowsParts {
  scroller: RefObject<HTMLElement | null>
  count: number
  rowHeight: number
  active: number
  onShow: ((first: number, last: number) => void) | undefined
}

/** The rows that exist now, and the height of all; keeps the active one in sight. */
export function useVirtualRows({ scroller, count, rowHeight, active, onShow }: VirtualRowsParts): {
  rows: readonly VirtualItem[]
  height: number
} {
  const virtual = useVirtualizer({
    count,
    estimateSize: () => rowHeight,
    getScrollElement: () => scroller.current,
    overscan: 6,
  })
  const rows = virtual.getVirtualItems()
  const first = rows[0]?.index ?? 0
  const last = rows.at(-1)?.index ?? 0
  useEffect(() => onShow?.(first, last), [first, last, onShow])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the virtualizer caches heights; a new density must drop them
  useEffect(() => virtual.measure(), [virtual, rowHeight])
  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' })
  }, [virtual, active])
  return { rows, height: virtual.getTotalSize() }
}
