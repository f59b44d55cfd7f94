import { type FocusEvent, type KeyboardEvent, useRef } from 'react'
import { useList } from './ListContext.ts'

/**
 * What surrounds the fields of a cell: saves on Enter, Tab and blur, gives up on Esc. `save` runs at most once; `onEnd` after
 * it, or without it.
 */
export function useCellEditor(
  save: () => void,
  onEnd: () => void,
): {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onBlur: (event: FocusEvent<HTMLElement>) => void
} {
  const { grid } = useList()
  const isOver = useRef(false)
  const finish = (to: Parameters<typeof grid.leave>[0], isKept: boolean): void => {
    if (isOver.current) return
    isOver.current = true
    if (isKept) save()
    onEnd()
    grid.leave(to)
  }
  return {
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Escape') finish('cell', false)
      else if (event.key === 'Enter' && !event.shiftKey) finish('cell', true)
      else if (event.key === 'Tab' && isLastField(event)) finish(event.shiftKey ? 'previous' : 'next', true)
      else return
      event.preventDefault()
    },
    onBlur: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget)) finish('elsewhere', true)
    },
  }
}

/** Tab first walks through the fields of the cell. */
function isLastField({ currentTarget, target, shiftKey }: KeyboardEvent<HTMLElement>): boolean {
  const fields = [...currentTarget.querySelectorAll('textarea, input, select')]
  return target === fields.at(shiftKey ? 0 : -1)
}
