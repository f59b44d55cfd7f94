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

/** The DOM ranges of spans of an element's text, which come in order and without overlap. */
export function rangesIn(element: HTMLElement, spans: readonly Span[]): Range[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const ranges: Range[] = []
  let node = walker.nextNode()
  let at = 0
  for (const { start, end } of spans) {
    const range = document.createRange()
    for (; node && start >= at + lengthOf(node); node = walker.nextNode()) at += lengthOf(node)
    if (!node) break
    range.setStart(node, start - at)
    for (let next = walker.nextNode(); next && end > at + lengthOf(node); next = walker.nextNode()) {
      at += lengthOf(node)
      node = next
    }
    walker.currentNode = node
    range.setEnd(node, Math.min(end - at, lengthOf(node)))
    ranges.push(range)
  }
  return ranges
}

const lengthOf = (node: Node): number => node.textContent?.length ?? 0

/** Selects a span of an element's text and brings it into sight. */
export function selectIn(element: HTMLElement, span: Span): void {
  const [range] = rangesIn(element, [span])
  if (!range) return
  const selection = document.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
}

export const clearSelection = (): void => document.getSelection()?.removeAllRanges()
