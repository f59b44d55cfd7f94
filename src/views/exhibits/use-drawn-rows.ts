import { useElementSize } from '@mantine/hooks'
import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type RefCallback, type RefObject, useEffect, useState } from 'react'
import type { ListRow } from './list-rows.ts'

interface DrawnRows {
  /** The rows to draw, in order; some may stand apart from the others. */
  items: readonly VirtualItem[]
  /** Pixels of rows that are not drawn: before each drawn row, and after the last. */
  gapBefore: (at: number) => number
  gapAfter: number
  measure: RefCallback<HTMLElement>
  reveal: (index: number) => void
  /** Goes on what stands above the table in the scroller: its height shifts the rows. */
  above: RefCallback<HTMLElement>
}

/** Draws only the rows on the screen and those in `kept`, which hold the focus or are being dragged. */
export function useDrawnRows(
  rows: readonly ListRow[],
  scroller: RefObject<HTMLElement | null>,
  kept: readonly (string | undefined)[],
): DrawnRows {
  const { ref: above, height: scrollMargin } = useElementSize()
  const [isReady, setReady] = useState(false)
  // The scroller's ref is set after the first draw; a second one finds it.
  useEffect(() => setReady(true), [])
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: isReady,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? 44 : 104),
    getItemKey: (index) => rows[index]?.id ?? index,
    getScrollElement: () => scroller.current,
    measureElement: (element) => element.getBoundingClientRect().height,
    overscan: 6,
    scrollMargin,
    scrollPaddingStart: 48,
    scrollPaddingEnd: 24,
    rangeExtractor: (range) => {
      const extra = kept.flatMap((id) => {
        const index = id === undefined ? -1 : rows.findIndex((row) => row.id === id)
        return index < 0 ? [] : [index]
      })
      return [...new Set([...defaultRangeExtractor(range), ...extra])].sort((a, b) => a - b)
    },
  })
  const items = virtual.getVirtualItems()
  const end = items.at(-1)?.end ?? scrollMargin
  return {
    items,
    gapBefore: (at) => (items[at]?.start ?? 0) - (items[at - 1]?.end ?? scrollMargin),
    gapAfter: Math.max(0, virtual.getTotalSize() + scrollMargin - end),
    measure: virtual.measureElement,
    reveal: (index) => {
      if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
    },
    above,
  }
}
