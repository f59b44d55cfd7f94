import { type KeyboardEvent, type RefObject, useMemo } from 'react'
import { selectIn, selectionIn } from '../../lib/select-range.ts'
import { sentencesOf, stepSentence } from '../../lib/sentences.ts'

/** Selects sentence by sentence with ↑ ↓ in an element that shows exactly `text`; Shift extends. */
export function useSentenceKeys(element: RefObject<HTMLElement | null>, text: string) {
  const sentences = useMemo(() => sentencesOf(text), [text])
  return (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (!step || !element.current) return
    event.preventDefault()
    const next = stepSentence(sentences, selectionIn(element.current), step, event.shiftKey)
    if (next) selectIn(element.current, next)
  }
}
