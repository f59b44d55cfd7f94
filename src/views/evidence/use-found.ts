import type { Place } from '@bridge/model/finding.ts'
import { type RefObject, useEffect, useState } from 'react'
import { rangesIn } from '../../lib/select-range.ts'

export interface Found {
  /** The hit the lawyer is at, from 0. */
  at: number
  step: (by: 1 | -1) => void
}

/** Marks what was found in an element that shows exactly the text the places are of, and brings the hit one is at into sight. */
export function useFound(element: RefObject<HTMLElement | null>, places: readonly Place[]): Found {
  const [at, setAt] = useState(0)
  useEffect(() => {
    if (!element.current || places.length === 0) return
    const ranges = rangesIn(element.current, places)
    const current = ranges[Math.min(at, ranges.length - 1)]
    CSS.highlights.set('found', new Highlight(...ranges))
    if (current) CSS.highlights.set('found-current', new Highlight(current))
    scrollTo(current)
    return () => {
      CSS.highlights.delete('found')
      CSS.highlights.delete('found-current')
    }
  }, [element, places, at])
  return {
    at: Math.min(at, Math.max(0, places.length - 1)),
    step: (by) => setAt((at + by + places.length) % Math.max(1, places.length)),
  }
}

/** A range has no way of its own to come into sight. */
function scrollTo(range: Range | undefined): void {
  const scroller = range?.startContainer.parentElement?.closest('[data-found-scroller]')
  if (!range || !scroller) return
  const [inside, outside] = [range.getBoundingClientRect(), scroller.getBoundingClientRect()]
  if (inside.top < outside.top || inside.bottom > outside.bottom)
    scroller.scrollTop += inside.top - outside.top - outside.height / 3
}
