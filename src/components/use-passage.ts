import { type RefObject, useEffect, useState } from 'react'
import { type Passage, passageOf } from '../lib/passages.ts'
import { selectionIn } from '../lib/select-range.ts'

/** The passage selected at this moment in an element that shows exactly `text`; null where nothing is. */
export function readPassage(element: HTMLElement | null, text: string): Passage | null {
  const span = element && selectionIn(element)
  return span ? passageOf(text, span.start, span.end) : null
}

/** The passage selected in an element that shows exactly `text`; null where nothing is. */
export function usePassage(element: RefObject<HTMLElement | null>, text: string): Passage | null {
  const [passage, setPassage] = useState<Passage | null>(null)
  useEffect(() => {
    const read = (): void => {
      const next = readPassage(element.current, text)
      setPassage((before) => (before?.start === next?.start && before?.quote === next?.quote ? before : next))
    }
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [element, text])
  return passage
}
