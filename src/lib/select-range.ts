import type { Span } from './sentences.ts'

/** What is selected inside an element, in UTF-16 units of its text; null where the selection is elsewhere or empty. */
export function selectionIn(element: HTMLElement): Span | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!element.contains(range.commonAncestorContainer)) return null
  const before = document.createRange()
  before.setStart(element, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  return { start, end: start + range.toString().length }
}

/** Selects a span of an element's text and brings it into sight. */
export function selectIn(element: HTMLElement, { start, end }: Span): void {
  const range = document.createRange()
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let at = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (start >= at && start <= at + length) range.setStart(node, start - at)
    if (end >= at && end <= at + length) {
      range.setEnd(node, end - at)
      break
    }
    at += length
  }
  const selection = document.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
}

export const clearSelection = (): void => document.getSelection()?.removeAllRanges()
